const key = 'patchbay.perPage';

/** What the server gives where nobody says: PAGINATE_COUNT, told with the session. */
export const usualPageSize = { rows: 50 };

/** What the user prefers; 0 where nothing was said. */
export const preferredPageSize = { rows: 0 };

/** The sizes that the pager offers. */
export const pageSizes: readonly number[] = [25, 50, 100, 250, 500, 1000];

/** The page's size: what the address says, else what was chosen last in this browser, else what the user prefers, else the usual. */
export function pageSize(fromAddress: number): number {
  if (fromAddress > 0) return fromAddress;
  const stored = Number(localStorage.getItem(key));
  if (pageSizes.includes(stored)) return stored;
  return preferredPageSize.rows || usualPageSize.rows;
}

export function rememberPageSize(size: number): void {
  localStorage.setItem(key, String(size));
}

/** Lets the user's preference hold again. */
export function forgetPageSize(): void {
  localStorage.removeItem(key);
}
