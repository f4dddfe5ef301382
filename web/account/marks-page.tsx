import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useModels } from '../meta/use-models.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { type TextKey, text } from '../texts/text.ts';
import { RelationView } from '../values/relation-view.tsx';
import styles from './account.module.css';
import { nameOf } from './name-of.ts';
import { ownQuery } from './own-query.ts';
import { OwnTable } from './own-table.tsx';

/** What one has put a bookmark on. */
export function BookmarksPage() {
  return <Marks api="extras/bookmarks" none="marks.noBookmarks" />;
}

/** What one is told of when it changes. */
export function SubscriptionsPage() {
  return <Marks api="extras/subscriptions" none="marks.noSubscriptions" />;
}

function Marks({ api, none }: { readonly api: string; readonly none: TextKey }) {
  const { byId } = useModels();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(ownQuery(api));
  const remove = useMutation({
    mutationFn: (id: number) => request<void>(`/api/${api}/${id}/`, { method: 'DELETE' }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ownQuery(api).queryKey }),
        client.invalidateQueries({ queryKey: ['object'] }),
      ]),
  });
  if (error) return <Failure title={text('account.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.results.length === 0) return <p className={styles.dim}>{text(none)}</p>;
  return (
    <OwnTable columns={['marks.object', 'marks.type', 'marks.since']}>
      {data.results.map((mark) => {
        const name = nameOf(mark);
        const type = String(mark.object_type);
        return (
          <tr key={mark.id}>
            <td>{mark.object ? <RelationView value={mark.object} objectId={mark.id} /> : name}</td>
            <td>{capitalize(byId.get(type)?.label ?? type)}</td>
            <td className={styles.nowrap}>{formatMoment(String(mark.created))}</td>
            <td className={styles.buttons}>
              <ActionIcon
                size={22}
                aria-label={text('marks.removeOne', { name })}
                title={text('marks.removeOne', { name })}
                onClick={() => remove.mutate(mark.id)}
              >
                <IconX size={14} />
              </ActionIcon>
            </td>
          </tr>
        );
      })}
    </OwnTable>
  );
}
