import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { ColumnHeader } from './column-header.tsx';
import { ObjectRow } from './object-row.tsx';
import styles from './object-table.module.css';
import { SkeletonRows } from './skeleton-rows.tsx';
import { valueAt } from './value-at.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ColumnMeta[];
  /** Absent while they are loading for the first time. */
  readonly rows: readonly RestObject[] | undefined;
  /** How many rows to leave room for meanwhile. */
  readonly expected: number;
  /** The rows are of the page before; the new ones are on their way. */
  readonly stale?: boolean;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, RestObject>();
const none: readonly RestObject[] = [];

/** Objects as dense rows. Sorting, filtering and paging are the server's. */
export function ObjectTable({ model, columns, rows, expected, stale, sort = '', onSort }: Properties) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((row) => valueAt(row, column.path), { id: column.name, header: column.label }),
        ),
      ),
    [columns],
  );
  const choices = useMemo(
    () =>
      new Map(
        columns.flatMap(({ name, path }) => {
          const field = path.length === 1 ? model.fields.find((one) => one.name === path[0]) : undefined;
          return field?.choices ? [[name, field.choices] as const] : [];
        }),
      ),
    [columns, model],
  );
  const data = rows ?? none;
  const table = useTable({ features, columns: definitions, data, getRowId: (row) => String(row.id) });
  const titleAt = Math.max(
    0,
    columns.findIndex((column) => !['relation', 'relations', 'tags', 'boolean', 'count'].includes(column.view)),
  );
  return (
    <table className={styles.table} data-stale={stale || undefined}>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHeader key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
          <td className={styles.filler} />
        </tr>
      </thead>
      <tbody>
        {rows === undefined ? (
          <SkeletonRows rows={expected} columns={columns.length} />
        ) : (
          table
            .getRowModel()
            .rows.map((row) => (
              <ObjectRow
                key={row.id}
                model={model}
                columns={columns}
                object={row.original}
                choices={choices}
                titleAt={titleAt}
              />
            ))
        )}
      </tbody>
    </table>
  );
}
