import { text } from '../texts/text.ts';
import styles from './values.module.css';

/** No value. */
export function None() {
  return <span className={styles.none}>{text('value.none')}</span>;
}
