import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ColumnMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import styles from './object-table.module.css';

interface Properties {
  readonly column: ColumnMeta;
  readonly sort: string;
  readonly onSort: ((sort: string) => void) | undefined;
}

/** A column's name; a click sorts up, the next down, the next as usual. */
export function ColumnHeader({ column, sort, onSort }: Properties) {
  const field = column.sort;
  const up = field !== undefined && sort === field;
  const down = field !== undefined && sort === `-${field}`;
  const Arrow = down ? IconChevronDown : IconChevronUp;
  return (
    <th scope="col" data-view={column.view} aria-sort={up ? 'ascending' : down ? 'descending' : undefined}>
      {field && onSort ? (
        <button
          type="button"
          className={styles.sort}
          title={text('list.sortBy', { label: column.label })}
          onClick={() => onSort(up ? `-${field}` : down ? '' : field)}
        >
          {column.label}
          <Arrow size={12} className={styles.arrow} data-on={up || down || undefined} />
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}
