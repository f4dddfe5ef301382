const key = 'patchbay.perPage';

/** What the server gives where nobody says: PAGINATE_COUNT, told with the session. */
export const usualPageSize = { rows: 50 };

/** The sizes that the pager offers. */
export const pageSizes: readonly number[] = [25, 50, 100, 250, 500, 1000];

/** The page's size: what the address says, else what was chosen last, else the usual. */
export function pageSize(fromAddress: number): number {
  if (fromAddress > 0) return fromAddress;
  const stored = Number(localStorage.getItem(key));
  return pageSizes.includes(stored) ? stored : usualPageSize.rows;
}

export function rememberPageSize(size: number): void {
  localStorage.setItem(key, String(size));
}
