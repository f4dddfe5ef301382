import { useQuery } from '@tanstack/react-query';
import type { FeedAnswer } from '../../../src/surfaces/dashboard/contract.ts';
import { ApiError } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import { Loading } from '../../shell/loading.tsx';
import { formatMoment } from '../../texts/format-moment.ts';
import { text } from '../../texts/text.ts';
import styles from './widgets.module.css';
import type { WidgetProperties } from './widgets.ts';

const usualEntries = 10;

/** A news feed, which the server fetches: titles that lead to the web, and the beginning of what they say, as plain text. */
export function FeedWidget({ widget }: WidgetProperties) {
  const url = String(widget.config.feed_url ?? '');
  const { data, error } = useQuery({
    queryKey: ['feed', url],
    enabled: url !== '',
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) => request<FeedAnswer>(`/patchbay/feed/?url=${encodeURIComponent(url)}`, { signal }),
  });
  if (url === '') return <p className={styles.none}>{text('widget.noFeed')}</p>;
  if (error) {
    // A feed that isn't in the dashboard that is kept.
    const unsaved = error instanceof ApiError && error.status === 404;
    return <p className={styles.none}>{unsaved ? text('widget.feedUnsaved') : error.message}</p>;
  }
  if (!data) return <Loading />;
  if ('isolated' in data) return <p className={styles.none}>{text('widget.feedIsolated')}</p>;
  const entries = data.entries.slice(0, Number(widget.config.max_entries) || usualEntries);
  if (entries.length === 0) return <p className={styles.none}>{text('widget.feedEmpty')}</p>;
  return (
    <ul className={styles.lines}>
      {entries.map(({ title, link, published, text: words }, place) => (
        <li key={`${place} ${link}`} className={styles.entry}>
          <div className={styles.headline}>
            {link ? (
              <a href={link} target="_blank" rel="noreferrer noopener">
                {title}
              </a>
            ) : (
              <strong>{title}</strong>
            )}
            {published && <time dateTime={published}>{formatMoment(published)}</time>}
          </div>
          {words && <p>{words}</p>}
        </li>
      ))}
    </ul>
  );
}
