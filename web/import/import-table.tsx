import { ActionIcon, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import type { ImportResult } from '../../src/operations/import/contract.ts';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { isBelow } from './column-mapping.tsx';
import styles from './import.module.css';
import type { Mapping } from './map-columns.ts';
import type { Cells } from './parse-rows.ts';

interface Properties {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly rows: readonly Cells[];
  readonly result: ImportResult | undefined;
  readonly onCell: (row: number, column: string, value: string) => void;
  readonly onRemove: (row: number) => void;
}

const rowHeight = 28;

/** The rows with what is wrong at each cell; cells are mended in place. */
export function ImportTable({ columns, mapping, rows, result, onCell, onRemove }: Properties) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [onlyWrong, setOnlyWrong] = useState(false);
  const errors = useMemo(() => new Map(result?.errors.map(({ row, errors }) => [row, errors])), [result]);
  const shown = useMemo(
    () => rows.map((_, at) => at).filter((at) => !onlyWrong || errors.size === 0 || errors.has(at)),
    [rows, onlyWrong, errors],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 10,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      {errors.size > 0 && (
        <div className={styles.tableHead}>
          <Switch
            size="xs"
            label={text('import.onlyWrong')}
            checked={onlyWrong}
            onChange={(event) => setOnlyWrong(event.currentTarget.checked)}
          />
          {result && result.ignored.length > 0 && (
            <span className={styles.found}>{text('import.ignored', { columns: result.ignored.join(', ') })}</span>
          )}
        </div>
      )}
      {errors.size === 0 && result && result.ignored.length > 0 && (
        <p className={styles.warning}>{text('import.ignored', { columns: result.ignored.join(', ') })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
      <section className={styles.scroll} ref={setScroller} tabIndex={0} aria-label={text('import.rows')}>
        <table className={styles.table} aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                #
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" data-unmapped={mapping[column] ? undefined : ''}>
                  {mapping[column] || column}
                </th>
              ))}
              <th scope="col" className={styles.messages}>
                {text('import.problems')}
              </th>
              <td className={styles.remove} />
            </tr>
          </thead>
          <tbody>
            {above > 0 && (
              <tr style={{ height: above }}>
                <td colSpan={columns.length + 3} />
              </tr>
            )}
            {items.map(({ index }) => {
              const at = shown[index]!;
              return (
                <Row
                  key={at}
                  at={at}
                  columns={columns}
                  mapping={mapping}
                  cells={rows[at]!}
                  errors={errors.get(at)}
                  outcome={result?.outcomes[at]}
                  onCell={onCell}
                  onRemove={onRemove}
                />
              );
            })}
            {below > 0 && (
              <tr style={{ height: below }}>
                <td colSpan={columns.length + 3} />
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface RowProperties extends Pick<Properties, 'columns' | 'mapping' | 'onCell' | 'onRemove'> {
  readonly at: number;
  readonly cells: Cells;
  readonly errors: Readonly<Record<string, readonly string[]>> | undefined;
  readonly outcome: string | undefined;
}

function Row({ at, columns, mapping, cells, errors, outcome, onCell, onRemove }: RowProperties) {
  const wrongAt = (column: string) => {
    const target = mapping[column] || column;
    return errors?.[target] ?? errors?.[target.split('.')[0]!];
  };
  const placed = new Set(
    columns.flatMap((column) => [mapping[column] || column, (mapping[column] || column).split('.')[0]!]),
  );
  const messages = Object.entries(errors ?? {}).map(([column, list]) =>
    placed.has(column) || column === '__all__'
      ? `${column === '__all__' ? '' : `${column}: `}${list.join(' ')}`
      : `${column}: ${list.join(' ')}`,
  );
  return (
    <tr data-wrong={errors ? '' : undefined} data-outcome={outcome} aria-rowindex={at + 2}>
      <th scope="row" className={styles.number}>
        {formatCount(at + 1)}
      </th>
      {columns.map((column) => {
        const value = cells[column];
        const wrong = wrongAt(column);
        const label = text('import.cell', { column, row: at + 1 });
        return (
          <td key={column} data-wrong={wrong ? '' : undefined} title={wrong?.join(' ')}>
            {isBelow(value) || (typeof value === 'object' && value !== null) ? (
              <span className={styles.below}>
                {isBelow(value) ? text('import.objects', { count: value.length }) : JSON.stringify(value)}
              </span>
            ) : (
              <input
                aria-label={label}
                aria-invalid={wrong ? true : undefined}
                value={value === undefined || value === null ? '' : String(value)}
                onChange={(event) => onCell(at, column, event.currentTarget.value)}
              />
            )}
          </td>
        );
      })}
      <td className={styles.messages} title={messages.join('\n')}>
        {messages.join(' ')}
      </td>
      <td className={styles.remove}>
        <ActionIcon size={20} aria-label={text('import.removeRow', { row: at + 1 })} onClick={() => onRemove(at)}>
          <IconX size={12} />
        </ActionIcon>
      </td>
    </tr>
  );
}
