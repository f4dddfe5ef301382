import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ChangeEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import type { Resize } from './column-edge.tsx';
import { ColumnHeader } from './column-header.tsx';
import { columnWidths } from './column-widths.ts';
import type { Widths } from './kept-widths.ts';
import { ObjectRow } from './object-row.tsx';
import styles from './object-table.module.css';
import { isSelected } from './selection.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import { choicesByColumn, titleColumn } from './table-parts.ts';
import { useKeptWidths } from './use-kept-widths.ts';
import type { Rows } from './use-rows.ts';
import type { Selecting } from './use-selection.ts';
import { useTints } from './use-tints.ts';

/** The height of a row and of the header; the style sheet has it, too. */
const rowHeight = 29;
const checkWidth = 34;

/** What the page steers the table by. */
export interface TableHandle {
  /** Brings a row into sight; at the top, or wherever it takes the least scrolling. */
  reveal(index: number, where: 'start' | 'auto'): void;
  /** Moves the focus to a row, scrolling as far as needed. */
  focus(index: number): void;
  /** The row that the focus is on its way to, where it is not there yet. */
  focusing(): number | undefined;
}

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ColumnMeta[];
  readonly rows: Rows;
  /** The row at the top when the list opens. */
  readonly first: number;
  readonly sort: readonly string[];
  readonly onSort: (sort: readonly string[]) => void;
  /** Absent where nothing can be done with chosen rows. */
  readonly selecting: Selecting | undefined;
  readonly onSelectPage: (chosen: boolean) => void;
  readonly scroller: HTMLElement | null;
  readonly handle: RefObject<TableHandle | null>;
  /** Told the rows in sight. */
  readonly onScroll: (first: number, last: number) => void;
}

/** A list of any length: only the rows in sight are on the page. Sorting and filtering are the server's. */
export function VirtualTable(properties: Properties) {
  const { model, columns, rows, first, sort, onSort, selecting, onSelectPage, scroller, handle, onScroll } = properties;
  const choices = useMemo(() => choicesByColumn(model, columns), [columns, model]);
  const tints = useTints(columns);
  const titleAt = titleColumn(columns);
  const count = rows.count ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    initialOffset: first * rowHeight,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const top = items[0]?.index ?? 0;
  const bottom = items.at(-1)?.index ?? 0;
  const { see } = rows;
  const shown = virtual.range;
  const [from, to] = [shown?.startIndex ?? 0, shown?.endIndex ?? 0];
  useEffect(() => {
    if (count === 0) return;
    see(top, bottom);
  }, [see, top, bottom, count]);
  useEffect(() => onScroll(from, to), [from, to, onScroll]);

  const wanted = useRef<number>(undefined);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });
  handle.current = {
    focusing: () => wanted.current,
    reveal: (index, align) => virtual.scrollToIndex(index, { align }),
    focus(index) {
      wanted.current = index;
      virtual.scrollToIndex(index, { align: 'auto' });
      const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
      if (!row) return;
      wanted.current = undefined;
      row.focus({ preventScroll: true });
    },
  };

  // The list opens further down: there was no room to scroll to before its rows were counted.
  const opened = useRef(first === 0);
  useLayoutEffect(() => {
    if (opened.current || count === 0 || !scroller) return;
    opened.current = true;
    virtual.scrollToIndex(first, { align: 'start' });
  });

  const there = items.some(({ index }) => rows.at(index));
  const widths = useWidths({ model, columns, ready: there && !rows.stale });
  const spaceBelow = items.length > 0 ? virtual.getTotalSize() - (items.at(-1)!.end - rowHeight) : 0;
  const cells = columns.length + (selecting ? 2 : 1);
  const loading = rows.count === undefined;
  return (
    <table
      className={styles.table}
      data-stale={rows.stale || undefined}
      data-fixed={widths.known ? true : undefined}
      aria-rowcount={count + 1}
      onPointerOver={titleWhereCut}
    >
      {widths.known && (
        <colgroup>
          {selecting && <col style={{ width: checkWidth }} />}
          {widths.known.map((width, position) => (
            <col key={columns[position]?.name} style={{ width }} />
          ))}
          <col />
        </colgroup>
      )}
      <thead>
        <tr ref={widths.header} aria-rowindex={1}>
          {selecting && (
            <td className={styles.check}>
              <HeaderCheckbox rows={rows} selecting={selecting} onChange={onSelectPage} />
            </td>
          )}
          <Headers columns={columns} sort={sort} onSort={onSort} widths={widths.known} resize={widths.resize} />
          <td className={styles.filler} />
        </tr>
      </thead>
      <tbody
        ref={body}
        onChange={(event: ChangeEvent<HTMLElement>) => {
          const index = rowOf(event.target);
          const { shiftKey: through = false, detail = 0 } = event.nativeEvent as Partial<globalThis.MouseEvent>;
          // The keys of the list work from a row; they don't from a field.
          if (detail > 0) event.target.closest('tr')?.focus({ preventScroll: true });
          if (index !== undefined) selecting?.toggle(index, through);
        }}
        onMouseDown={(event: MouseEvent) => {
          // Shift chooses rows, not their text.
          if (event.shiftKey && event.target instanceof HTMLInputElement) event.preventDefault();
        }}
      >
        {loading ? (
          <SkeletonRows
            rows={Array.from({ length: 30 }, (_, row) => row)}
            columns={columns.length}
            check={selecting !== undefined}
          />
        ) : (
          <>
            <Space height={top * rowHeight} cells={cells} />
            {items.map(({ index }) => {
              const object = rows.at(index);
              return object ? (
                <ObjectRow
                  key={object.id}
                  model={model}
                  columns={columns}
                  object={object}
                  choices={choices}
                  tints={tints}
                  titleAt={titleAt}
                  index={index}
                  selected={selecting && isSelected(selecting.selection, object.id)}
                />
              ) : (
                <SkeletonRows
                  key={`skeleton ${index}`}
                  rows={[index]}
                  columns={columns.length}
                  check={selecting !== undefined}
                />
              );
            })}
            <Space height={spaceBelow} cells={cells} />
          </>
        )}
      </tbody>
    </table>
  );
}

/** Told apart from the rows: nothing of it changes while they are scrolled. */
const Headers = memo(function Headers({
  columns,
  sort,
  onSort,
  widths,
  resize,
}: Pick<Properties, 'columns' | 'sort' | 'onSort'> & {
  readonly widths: readonly number[] | undefined;
  readonly resize: Resize;
}) {
  return columns.map((column, at) => (
    <ColumnHeader key={column.name} column={column} sort={sort} onSort={onSort} width={widths?.[at]} resize={resize} />
  ));
});

/** The place of the rows that are not on the page. */
function Space({ height, cells }: { readonly height: number; readonly cells: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: there is nothing in it to focus
    <tr className={styles.space} aria-hidden="true" style={{ height }}>
      <td colSpan={cells} />
    </tr>
  );
}

interface HeaderCheckboxProperties {
  readonly rows: Rows;
  readonly selecting: Selecting;
  readonly onChange: (chosen: boolean) => void;
}

function HeaderCheckbox({ rows, selecting: { selection }, onChange }: HeaderCheckboxProperties) {
  const some = selection.all || selection.ids.size > 0;
  const every = selection.all ? selection.ids.size === 0 : some && selection.ids.size === rows.count;
  return (
    <input
      type="checkbox"
      aria-label={text('list.selectPage')}
      title={text('list.selectPage')}
      checked={every}
      disabled={!rows.count}
      ref={(element) => {
        if (element) element.indeterminate = some && !every;
      }}
      onChange={(event) => {
        if ((event.nativeEvent as Partial<globalThis.MouseEvent>).detail) event.currentTarget.blur();
        onChange(!some);
      }}
    />
  );
}

/** The columns' widths: those that the user set, the others once they have been measured on the first rows. */
function useWidths({ model, columns, ready }: Pick<Properties, 'model' | 'columns'> & { readonly ready: boolean }) {
  const header = useRef<HTMLTableRowElement>(null);
  const widths = useMemo(() => columnWidths(model.id, columns), [model, columns]);
  const [, setMeasured] = useState<readonly number[]>();
  const [kept, keep] = useKeptWidths(model);
  const [shown, setShown] = useState<Widths>({});
  const measured = widths.known();
  const known = useMemo(
    () => measured?.map((width, at) => shown[columns[at]!.name] ?? kept[columns[at]!.name] ?? width),
    [measured, columns, shown, kept],
  );
  const resize = useMemo<Resize>(
    () => ({ keep, show: (name, width) => setShown(width === undefined ? {} : { [name]: width }) }),
    [keep],
  );
  useLayoutEffect(() => {
    if (measured || !ready || !header.current) return;
    setMeasured(widths.measure(header.current.querySelectorAll('th')));
  }, [measured, ready, widths]);
  return { header, known, resize };
}

function rowOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
  return row ? Number(row.dataset.index) : undefined;
}

/** Text that has no room in its cell is told when the pointer rests on it. */
function titleWhereCut({ target }: { readonly target: EventTarget }): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td') : null;
  if (!cell || cell.title || cell.scrollWidth <= cell.clientWidth) return;
  cell.title = cell.innerText;
}
