import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

export function TextView({ value, wide }: ValueProperties) {
  const plain = String(value);
  return wide && plain.includes('\n') ? <span className={styles.lines}>{plain}</span> : plain;
}
