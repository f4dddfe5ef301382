import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { useSession } from '../../session/use-session.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { text } from '../../texts/text.ts';
import { RelationView } from '../../values/relation-view.tsx';
import styles from './widgets.module.css';
import type { WidgetProperties } from './widgets.ts';

/** The user's bookmarks. */
export function BookmarksWidget({ widget }: WidgetProperties) {
  const { user } = useSession();
  const { byId } = useModels();
  const { data } = useQuery({
    queryKey: ['bookmarks', user?.id],
    queryFn: ({ signal }) => request<RestList>(`/api/extras/bookmarks/?user_id=${user?.id}&limit=200`, { signal }),
  });
  const types = Array.isArray(widget.config.object_types) ? widget.config.object_types.map(String) : [];
  const shown = (data?.results ?? [])
    .filter(({ object_type }) => types.length === 0 || types.includes(String(object_type)))
    .toSorted(orders[String(widget.config.order_by)] ?? orders['-created'])
    .slice(0, Number(widget.config.max_items) || undefined);
  if (data && shown.length === 0) return <p className={styles.none}>{text('widget.noBookmarks')}</p>;
  return (
    <ul className={styles.lines}>
      {shown.map((bookmark) => (
        <li key={bookmark.id} className={styles.line}>
          <RelationView value={bookmark.object} objectId={0} />
          <span className={styles.kind}>
            {capitalize(byId.get(String(bookmark.object_type))?.label ?? String(bookmark.object_type))}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Bookmark = RestList['results'][number];
const nameOf = ({ object }: Bookmark) => String((object as { display?: string } | null)?.display ?? '');

/** NetBox's orders of bookmarks. */
const orders: Readonly<Record<string, (one: Bookmark, other: Bookmark) => number>> = {
  '-created': (one, other) => String(other.created).localeCompare(String(one.created)),
  created: (one, other) => String(one.created).localeCompare(String(other.created)),
  'alphabetical-az': (one, other) => nameOf(one).localeCompare(nameOf(other)),
  'alphabetical-za': (one, other) => nameOf(other).localeCompare(nameOf(one)),
};
