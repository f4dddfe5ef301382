import { useMemo } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { ColumnHeader } from './column-header.tsx';
import { ObjectRow } from './object-row.tsx';
import styles from './object-table.module.css';
import { SkeletonRows } from './skeleton-rows.tsx';
import { choicesByColumn, titleColumn } from './table-parts.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ColumnMeta[];
  /** Absent while they are loading for the first time. */
  readonly rows: readonly RestObject[] | undefined;
  /** How many rows to leave room for meanwhile. */
  readonly expected: number;
}

const unsorted: readonly string[] = [];

/** A few objects as dense rows. */
export function ObjectTable({ model, columns, rows, expected }: Properties) {
  const choices = useMemo(() => choicesByColumn(model, columns), [columns, model]);
  const titleAt = titleColumn(columns);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHeader key={column.name} column={column} sort={unsorted} onSort={undefined} />
          ))}
          <td className={styles.filler} />
        </tr>
      </thead>
      <tbody>
        {rows === undefined ? (
          <SkeletonRows rows={Array.from({ length: expected }, (_, row) => row)} columns={columns.length} />
        ) : (
          rows.map((object) => (
            <ObjectRow
              key={object.id}
              model={model}
              columns={columns}
              object={object}
              choices={choices}
              titleAt={titleAt}
            />
          ))
        )}
      </tbody>
    </table>
  );
}
