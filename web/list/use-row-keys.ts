import { useHotkeys } from '@mantine/hooks';
import { type RefObject, useRef } from 'react';
import type { Selecting } from './use-selection.ts';
import type { TableHandle } from './virtual-table.tsx';

interface Keys {
  readonly table: RefObject<TableHandle | null>;
  readonly count: number;
  /** The row at the top of the screen. */
  readonly first: () => number;
  readonly selecting: Selecting | undefined;
}

/**
 * `j` and `k` walk through the rows, with Shift they choose what they pass; `x` chooses a row, Shift and `x` all from
 * the last one on; Enter opens the row that has the focus.
 */
export function useRowKeys({ table, count, first, selecting }: Keys): void {
  const last = useRef<number>(undefined);
  function move(step: 1 | -1, choosing: boolean) {
    if (count === 0) return;
    const from = table.current?.focusing() ?? focusedRow() ?? lastUnlessLost(last.current, count);
    const to = from === undefined ? first() : Math.min(Math.max(from + step, 0), count - 1);
    if (choosing && from !== undefined) {
      selecting?.toggle(from, true);
      selecting?.toggle(to, true);
    }
    last.current = to;
    table.current?.focus(to);
  }
  function choose(through: boolean) {
    const row = focusedRow();
    if (row !== undefined) selecting?.toggle(row, through);
  }
  function open(event: KeyboardEvent) {
    const row = document.activeElement;
    if (!(row instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    row.querySelector<HTMLAnchorElement>('a[data-row]')?.click();
  }
  useHotkeys([
    ['J', () => move(1, false)],
    ['K', () => move(-1, false)],
    ['shift+J', () => move(1, true)],
    ['shift+K', () => move(-1, true)],
    ['X', () => choose(false)],
    ['shift+X', () => choose(true)],
    ['Enter', open, { preventDefault: false }],
  ]);
}

function focusedRow(): number | undefined {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-index]');
  return row ? Number(row.dataset.index) : undefined;
}

const lastUnlessLost = (last: number | undefined, count: number) =>
  last !== undefined && last < count ? last : undefined;
