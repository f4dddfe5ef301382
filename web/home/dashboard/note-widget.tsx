import { Markdown } from '../../values/markdown.tsx';
import styles from './widgets.module.css';
import type { WidgetProperties } from './widgets.ts';

/** A note to oneself, in Markdown. */
export function NoteWidget({ widget }: WidgetProperties) {
  return (
    <div className={styles.note}>
      <Markdown source={String(widget.config.content ?? '')} />
    </div>
  );
}
