import { useQuery } from '@tanstack/react-query';
import type { IdentityEventPage } from '../../src/identity/administration/contract.ts';
import { request } from '../api/request.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { api } from './resources.ts';

/** What happened at the identity provider, the newest first. */
export function IdentityEvents() {
  const { data, error, refetch } = useQuery({
    queryKey: ['identity', 'events'],
    staleTime: 0,
    queryFn: ({ signal }) => request<IdentityEventPage>(`${api}events/?limit=200`, { signal }),
  });
  if (error) return <Failure title={text('identity.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const columns = ['created', 'action', 'username', 'application', 'address', 'context'].filter((name) =>
    data.results.some((event) => event[name] !== undefined),
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.results.map((event) => (
            <tr key={event.id}>
              {columns.map((name) => (
                <td key={name}>{told(name, event[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {data.results.length === 0 && <p className={styles.none}>{text('identity.none')}</p>}
    </div>
  );
}

function told(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return text('value.none');
  if (name === 'created') return formatMoment(String(value));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
