import { useHotkeys } from '@mantine/hooks';
import type { RefObject } from 'react';

/** `j` and `k` walk through the rows of a small table inside, Enter opens the one that has the focus. */
export function useTableKeys(container: RefObject<HTMLElement | null>): void {
  function move(step: 1 | -1) {
    const rows = [...(container.current?.querySelectorAll<HTMLElement>('tr[data-href]') ?? [])];
    const current = rows.findIndex((row) => row.contains(document.activeElement));
    rows[current < 0 ? 0 : Math.min(Math.max(current + step, 0), rows.length - 1)]?.focus();
  }
  function open(event: KeyboardEvent) {
    const row = document.activeElement;
    if (!(row instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    row.querySelector<HTMLAnchorElement>('a[data-row]')?.click();
  }
  useHotkeys([
    ['J', () => move(1)],
    ['K', () => move(-1)],
    ['Enter', open, { preventDefault: false }],
  ]);
}
