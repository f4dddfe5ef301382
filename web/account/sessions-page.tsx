import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EndedSessions, OwnSessions } from '../../src/surfaces/session/contract.ts';
import { request } from '../api/request.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './account.module.css';
import { agentName } from './agent-name.ts';
import { OwnTable } from './own-table.tsx';

const path = '/patchbay/session/sessions/';
const sessionsQuery = queryOptions({
  queryKey: ['ownSessions'],
  queryFn: async ({ signal }) => (await request<OwnSessions>(path, { signal })).results,
});

/** Where one is logged in, to look at and to end. */
export function SessionsPage() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      request<EndedSessions | undefined>(id === undefined ? path : `${path}${id}/`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  if (error) return <Failure title={text('account.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const others = data.filter(({ current }) => !current).length;
  return (
    <>
      <div className={styles.bar}>
        <Button variant="default" disabled={others === 0} loading={end.isPending} onClick={() => end.mutate(undefined)}>
          {text('sessions.endOthers')}
        </Button>
        <output className={styles.dim}>
          {end.data ? text('sessions.ended', { count: end.data.ended }) : others === 0 ? text('sessions.only') : ''}
        </output>
      </div>
      <OwnTable
        columns={[
          'sessions.browser',
          'sessions.address',
          'sessions.by',
          'sessions.started',
          'sessions.seen',
          'sessions.expires',
        ]}
      >
        {data.map((session) => {
          const agent = agentName(session.agent) ?? text('sessions.unknown');
          return (
            <tr key={session.id}>
              <td title={session.agent ?? undefined} className={styles.nowrap}>
                {agent}
                {session.current && <span className={styles.here}>{text('sessions.here')}</span>}
              </td>
              <td className={styles.nowrap}>{session.address ?? text('value.none')}</td>
              <td>{session.provider ?? text('sessions.local')}</td>
              {([session.started, session.seen, session.expires] as const).map((moment, place) => (
                <td key={`${place} ${moment}`} className={styles.nowrap}>
                  <time dateTime={moment}>{formatMoment(moment)}</time>
                </td>
              ))}
              <td className={styles.buttons}>
                {!session.current && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    aria-label={text('sessions.endOne', { agent })}
                    onClick={() => end.mutate(session.id)}
                  >
                    {text('sessions.end')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </OwnTable>
    </>
  );
}
