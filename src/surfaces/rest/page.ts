import { HttpError } from '#base/http-error.ts';
import { pageWindow } from '#operations/read/page-envelope.ts';
import { keyNumber } from '#query/filters/values/number.ts';

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

/** No key is greater. */
const lastKey = String(2n ** 63n - 1n);

function cursor(query: URLSearchParams): string | undefined {
  const text = query.getAll('start').at(-1);
  if (text === undefined) return undefined;
  const start = keyNumber(text);
  if (start === undefined || start.startsWith('-'))
    throw new HttpError(400, ["Invalid 'start' parameter: must be a non-negative integer."]);
  if (query.has('offset')) throw new HttpError(400, ["'start' and 'offset' are mutually exclusive."]);
  if (query.has('ordering'))
    throw new HttpError(400, ['Ordering cannot be specified in conjunction with cursor-based pagination.']);
  return start.length < 19 ? start : lastKey;
}
