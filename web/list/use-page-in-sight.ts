import { useDebouncedCallback } from '@mantine/hooks';
import { type RefObject, useEffect, useRef } from 'react';
import type { Sight } from './sight.ts';
import type { ChangeList } from './use-list-state.ts';
import type { Rows } from './use-rows.ts';
import type { TableHandle } from './virtual-table.tsx';

interface PageInSight {
  readonly sight: Sight;
  readonly rows: Rows;
  readonly table: RefObject<TableHandle | null>;
  /** The page that the address names. */
  readonly page: number;
  readonly size: number;
  readonly change: ChangeList;
}

/** The page that the rows in sight belong to: it is kept in the address, and an address's page comes into sight. */
export function usePageInSight({ sight, rows, table, page, size, change }: PageInSight): void {
  const told = useRef(page);
  const { count, stale, address } = rows;
  // Told late: by then another list may be shown, whose rows in sight say nothing about the one that was scrolled.
  const tell = useDebouncedCallback((list: string, path: string) => {
    if (count === undefined || stale || list !== address || path !== window.location.pathname) return;
    const seen = pageOf(sight.get(), count, size);
    if (seen === told.current) return;
    told.current = seen;
    change({ page: seen }, { replace: true });
  }, 250);
  useEffect(() => {
    const path = window.location.pathname;
    return sight.subscribe(() => tell(address, path));
  }, [sight, address, tell]);
  useEffect(() => {
    if (page === told.current) return;
    told.current = page;
    table.current?.reveal((page - 1) * size, 'start');
  }, [page, size, table]);
  // Another order or other filters: from the top.
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    if (page === 1) table.current?.reveal(0, 'start');
  }, [address, page, table]);
}

/** The page of the first row in sight; at the end of the list, the last one. */
export function pageOf([first, last]: readonly [number, number], count: number, size: number): number {
  if (first > 0 && last >= count - 1) return Math.max(1, Math.ceil(count / size));
  return Math.floor(first / size) + 1;
}
