import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

export function JsonView({ value, wide }: ValueProperties) {
  if (!wide) return <code className={styles.code}>{JSON.stringify(value)}</code>;
  return (
    // Scrollable, hence reachable with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <pre className={styles.pre} tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
