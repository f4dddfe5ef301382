import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

/** Six hexadecimal digits: a swatch. */
export function ColorView({ value }: ValueProperties) {
  const hex = /^[0-9a-f]{6}$/i.test(String(value)) ? `#${value}` : 'transparent';
  return (
    <span className={styles.color}>
      <span className={styles.swatch} style={{ background: hex }} />
      {String(value)}
    </span>
  );
}
