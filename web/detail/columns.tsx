import { Fragment, type ReactNode } from 'react';
import styles from './columns.module.css';

export interface ColumnPanel {
  readonly key: string;
  /** About how high it is. */
  readonly lines: number;
  readonly content: ReactNode;
}

/** What a panel's title and borders take, in lines. */
const frame = 2;

/** Panels in two columns: each goes, in order, where there is less so far. */
export function Columns({ panels }: { readonly panels: readonly ColumnPanel[] }) {
  const columns: [ColumnPanel[], ColumnPanel[]] = [[], []];
  const heights = [0, 0] as [number, number];
  for (const panel of panels) {
    const side = heights[1] < heights[0] ? 1 : 0;
    columns[side].push(panel);
    heights[side] += panel.lines + frame;
  }
  return (
    <div className={styles.columns}>
      {columns.map((column, side) => (
        <div key={side === 0 ? 'left' : 'right'} className={styles.column}>
          {column.map(({ key, content }) => (
            <Fragment key={key}>{content}</Fragment>
          ))}
        </div>
      ))}
    </div>
  );
}
