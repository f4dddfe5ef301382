import { useQuery } from '@tanstack/react-query';
import type { AttachedMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { Panel } from '../detail/panel.tsx';
import { AttachedTable } from '../detail/tabs/attached-table.tsx';
import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { text } from '../texts/text.ts';
import styles from './account.module.css';

/** The latest changes that a user made. */
export function OwnChanges({ userId, changes }: { readonly userId: number; readonly changes: AttachedMeta }) {
  const model = useModels().byId.get(changes.model)!;
  const { data } = useQuery({
    queryKey: ['list', model.id, 'own', userId],
    queryFn: ({ signal }) =>
      request<RestList>(`/api/${changes.api}/?user_id=${userId}&ordering=-time&limit=15`, { signal }),
  });
  if (!data) return null;
  return (
    <Panel title={text('profile.changes')}>
      {data.results.length === 0 ? (
        <p className={styles.none}>{text('profile.noChanges')}</p>
      ) : (
        <>
          <AttachedTable path={model.path} rows={data.results} without={['user', 'user_name', 'full_name']} />
          <AppLink className={styles.foot} to={`/${model.path}/?user_id=${userId}`}>
            {text('profile.allChanges')}
          </AppLink>
        </>
      )}
    </Panel>
  );
}
