import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ColumnMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import { ColumnEdge, type Resize } from './column-edge.tsx';
import styles from './object-table.module.css';
import { sortBy } from './sort-by.ts';

interface Properties {
  readonly column: ColumnMeta;
  readonly sort: readonly string[];
  readonly onSort: ((sort: readonly string[]) => void) | undefined;
  /** The column's width, once it is known, where it can be set. */
  readonly width?: number | undefined;
  readonly resize?: Resize | undefined;
}

/** A column's name; a click sorts up, the next down, the next as usual; with Shift besides the other columns. */
export function ColumnHeader({ column, sort, onSort, width, resize }: Properties) {
  const field = column.sort;
  const up = field !== undefined && sort.includes(field);
  const down = field !== undefined && sort.includes(`-${field}`);
  const place = sort.findIndex((one) => one === field || one === `-${field}`) + 1;
  const Arrow = down ? IconChevronDown : IconChevronUp;
  return (
    <th
      scope="col"
      data-view={column.view}
      title={column.label}
      aria-label={column.label}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      {field && onSort ? (
        <button
          type="button"
          className={styles.sort}
          title={text('list.sortBy', { label: column.label })}
          onClick={(event) => onSort(sortBy(sort, field, event.shiftKey))}
        >
          <span className={styles.label}>{column.label}</span>
          <Arrow size={12} className={styles.arrow} data-on={up || down || undefined} />
          {place > 0 && sort.length > 1 && (
            <span className={styles.place} aria-hidden="true">
              {place}
            </span>
          )}
        </button>
      ) : (
        <span className={styles.label}>{column.label}</span>
      )}
      {resize && width !== undefined && (
        <ColumnEdge name={column.name} label={column.label} width={width} resize={resize} />
      )}
    </th>
  );
}
