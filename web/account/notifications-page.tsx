import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { wordsOf } from '../texts/words-of.ts';
import { RelationView } from '../values/relation-view.tsx';
import styles from './account.module.css';
import { nameOf } from './name-of.ts';
import { ownQuery } from './own-query.ts';
import { OwnTable } from './own-table.tsx';
import { unreadQuery } from './unread-query.ts';

const api = 'extras/notifications';

/** What happened to objects that one follows: read, and dismissed. */
export function NotificationsPage() {
  const { byId } = useModels();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(ownQuery(api));
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ownQuery(api).queryKey }),
      client.invalidateQueries({ queryKey: unreadQuery.queryKey }),
    ]);
  // One after the other: what is dismissed can't be marked any more.
  const scope = { id: api };
  const read = useMutation({
    scope,
    mutationFn: (ids: readonly number[]) => {
      const now = new Date().toISOString();
      return request<unknown>(`/api/${api}/`, { method: 'PATCH', body: ids.map((id) => ({ id, read: now })) });
    },
    onSettled: again,
  });
  const dismiss = useMutation({
    scope,
    mutationFn: (ids: readonly number[]) =>
      request<void>(`/api/${api}/`, { method: 'DELETE', body: ids.map((id) => ({ id })) }),
    onSettled: again,
  });
  if (error) return <Failure title={text('account.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.results.length === 0) return <p className={styles.dim}>{text('notifications.none')}</p>;
  const isRead = (one: RestObject) => one.read !== null;
  const ids = (wanted: boolean) => data.results.filter((one) => isRead(one) === wanted).map(({ id }) => id);
  return (
    <>
      <div className={styles.bar}>
        <Button variant="default" disabled={ids(false).length === 0} onClick={() => read.mutate(ids(false))}>
          {text('notifications.markAll')}
        </Button>
        <Button variant="default" disabled={ids(true).length === 0} onClick={() => dismiss.mutate(ids(true))}>
          {text('notifications.dismissRead')}
        </Button>
      </div>
      <OwnTable columns={['marks.object', 'marks.type', 'notifications.event', 'notifications.when']}>
        {data.results.map((one) => {
          const name = nameOf(one);
          const type = String(one.object_type);
          return (
            <tr key={one.id} data-off={isRead(one) || undefined}>
              <td className={isRead(one) ? undefined : styles.strong}>
                {one.object ? <RelationView value={one.object} objectId={one.id} /> : name}
                <span className="visually-hidden">
                  {' '}
                  {text(isRead(one) ? 'notifications.isRead' : 'notifications.isNew')}
                </span>
              </td>
              <td>{capitalize(byId.get(type)?.label ?? type)}</td>
              <td>{eventName(one.event_type)}</td>
              <td className={styles.nowrap}>{formatMoment(String(one.created))}</td>
              <td className={styles.buttons}>
                {!isRead(one) && (
                  <ActionIcon
                    size={22}
                    aria-label={text('notifications.readOne', { name })}
                    title={text('notifications.markRead')}
                    onClick={() => read.mutate([one.id])}
                  >
                    <IconCheck size={14} />
                  </ActionIcon>
                )}
                <ActionIcon
                  size={22}
                  aria-label={text('notifications.dismissOne', { name })}
                  title={text('notifications.dismiss')}
                  onClick={() => dismiss.mutate([one.id])}
                >
                  <IconX size={14} />
                </ActionIcon>
              </td>
            </tr>
          );
        })}
      </OwnTable>
    </>
  );
}

/** `object_updated`, or `{ value, label }`. */
function eventName(event: unknown): string {
  const named = typeof event === 'object' && event !== null && 'label' in event ? event.label : event;
  return capitalize(wordsOf(String(named)));
}
