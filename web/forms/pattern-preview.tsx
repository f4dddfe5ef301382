import { Panel } from '../detail/panel.tsx';
import { text } from '../texts/text.ts';
import type { Many } from './many-at-once.ts';
import styles from './object-form.module.css';

const shown = 200;

/** The names that a pattern makes, before it does. */
export function PatternPreview({ many: { names } }: { readonly many: Many }) {
  if (names.length === 0) return null;
  return (
    <Panel title={text('form.makes', { count: names.length })}>
      <div className={styles.names}>
        {names.slice(0, shown).map((name, at) => (
          <span key={`${at} ${name}`} className={styles.name}>
            {name}
          </span>
        ))}
        {names.length > shown && text('value.more', { count: names.length - shown })}
      </div>
    </Panel>
  );
}
