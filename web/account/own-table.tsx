import type { ReactNode } from 'react';
import { type TextKey, text } from '../texts/text.ts';
import styles from './account.module.css';

interface Properties {
  /** What the columns are called; one more, for buttons, comes behind them. */
  readonly columns: readonly TextKey[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A table of what one has, with buttons at the end of each row. */
export function OwnTable({ columns, children }: Properties) {
  return (
    <div className={styles.boxed}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{text(column)}</th>
            ))}
            <td className={styles.buttons} />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
