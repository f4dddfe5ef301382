import { HttpError } from '#base/http-error.ts';
import { pageWindow } from '#operations/read/page-envelope.ts';

/** Which part of a list is asked for. */
export interface PageRequest {
  /** undefined: all rows (MAX_PAGE_SIZE 0 and `limit=0`). */
  readonly limit: number | undefined;
  readonly offset: number;
  /** Cursor paging: the first key. */
  readonly start: string | undefined;
}

/** Reads `limit`, `offset` and `start` as NetBox 4.7 does: a bad number counts as absent, a bad cursor is a 400. */
export function pageRequest(
  query: URLSearchParams,
  settings: { readonly PAGINATE_COUNT: number; readonly MAX_PAGE_SIZE: number },
): PageRequest {
  return { ...pageWindow(query, settings), start: cursor(query) };
}

function cursor(query: URLSearchParams): string | undefined {
  const start = query.get('start');
  if (start === null) return undefined;
  if (query.has('offset')) throw new HttpError(400, ["'start' and 'offset' are mutually exclusive."]);
  if (query.has('ordering'))
    throw new HttpError(400, ['Ordering cannot be specified in conjunction with cursor-based pagination.']);
  if (!/^\d{1,18}$/.test(start))
    throw new HttpError(400, ["Invalid 'start' parameter: must be a non-negative integer."]);
  return start;
}
