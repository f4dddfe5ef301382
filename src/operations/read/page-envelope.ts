import type { Frame } from '#base/joined-bytes.ts';

/** A page of a list by limit and offset; without a limit, everything behind the offset. */
export interface PageWindow {
  readonly limit: number | undefined;
  readonly offset: number;
}

/**
 * The page that the parameters ask for. A limit that is no number or negative is the default one, 0 the largest (or
 * none where there is no largest); an offset that is no number or negative is 0.
 */
export function pageWindow(
  query: URLSearchParams,
  { PAGINATE_COUNT, MAX_PAGE_SIZE }: { PAGINATE_COUNT: number; MAX_PAGE_SIZE: number },
): PageWindow {
  const asked = wholeNumber(query.getAll('limit').at(-1)) ?? PAGINATE_COUNT;
  const most = MAX_PAGE_SIZE || undefined;
  const limit = asked === 0 ? most : Math.min(asked, most ?? asked);
  return { limit, offset: wholeNumber(query.getAll('offset').at(-1)) ?? 0 };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\+?\d+\s*$/.test(text)
    ? Math.min(Number(text), Number.MAX_SAFE_INTEGER)
    : undefined;
}

/** Where the list was asked for: its links lead there again. */
interface Asked {
  /** The absolute address without its parameters: `https://host/api/dcim/sites/`. */
  readonly address: string;
  readonly query: URLSearchParams;
}

/**
 * NetBox's list answer: count, next, previous, results. The links repeat every parameter, sorted by name, with the
 * limit in force; the first page has no offset. Surfaces use it for every list, actions for lists of their own.
 */
export function pageFrame(page: PageWindow & Asked & { readonly count: number }): Frame {
  const { count, limit, offset } = page;
  const next = limit === undefined || offset + limit >= count ? undefined : offset + limit;
  const previous = limit === undefined || offset <= 0 ? undefined : Math.max(offset - limit, 0);
  const link = (to: number | undefined) =>
    to === undefined ? 'null' : linkText(page, { limit: String(limit), offset: to > 0 ? String(to) : undefined });
  return { before: `{"count":${count},"next":${link(next)},"previous":${link(previous)},"results":[`, after: ']}' };
}

/** The whole answer as a text. */
export function pageEnvelope(page: Parameters<typeof pageFrame>[0], texts: readonly string[]): string {
  const { before, after } = pageFrame(page);
  return before + texts.join(',') + after;
}

/** The answer of a list that is read from a key on: nothing is counted, and there is no way back. */
export function cursorFrame(
  page: Asked & { readonly limit: number | undefined; readonly next: string | undefined },
): Frame {
  const { limit, next } = page;
  const link =
    next === undefined || limit === undefined ? 'null' : linkText(page, { limit: String(limit), start: next });
  return { before: `{"count":null,"next":${link},"previous":null,"results":[`, after: ']}' };
}

/** The address with some parameters replaced (or taken away), as a JSON text. */
function linkText({ address, query }: Asked, changes: Readonly<Record<string, string | undefined>>): string {
  const kept = [...query].filter(([name]) => !Object.hasOwn(changes, name));
  const own = Object.entries(changes).filter((one): one is [string, string] => one[1] !== undefined);
  const sorted = [...kept, ...own].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify(`${address}?${sorted.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`);
}

/** As Python's urlencode writes it: only letters, digits and `_.-~` stay, blanks become `+`. */
const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
