import { text } from '../texts/text.ts';
import styles from './loading.module.css';

/** Fades in late, so that what is quick doesn't flicker. */
export function Loading() {
  return (
    <output className={styles.loading} aria-label={text('app.loading')}>
      <span className={styles.bar} />
    </output>
  );
}
