import { text } from '../../texts/text.ts';
import styles from './widgets.module.css';
import type { WidgetProperties } from './widgets.ts';

/** A news feed: a link to it. Patchbay itself asks no address that users give. */
export function FeedWidget({ widget }: WidgetProperties) {
  const url = String(widget.config.feed_url ?? '');
  if (!/^https?:\/\//.test(url)) return <p className={styles.none}>{text('widget.noFeed')}</p>;
  return (
    <p className={styles.none}>
      <a href={url} target="_blank" rel="noreferrer">
        {url}
      </a>
      <br />
      {text('widget.feedNote')}
    </p>
  );
}
