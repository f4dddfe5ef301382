import { formatCount } from '../texts/format-count.ts';
import styles from './values.module.css';

/** How full something is: a bar, and the number behind it. */
export function UtilizationBar({ percent }: { readonly percent: number }) {
  const state = percent >= 90 ? 'full' : percent >= 75 ? 'high' : undefined;
  return (
    <span className={styles.utilization} data-state={state}>
      <span className={styles.percent}>
        {formatCount(Number(percent.toFixed(percent >= 10 ? 0 : 1)))}
        {'\u2009%'}
      </span>
      <span className={styles.gauge} aria-hidden="true">
        <span style={{ width: `${Math.min(percent, 100)}%` }} />
      </span>
    </span>
  );
}
