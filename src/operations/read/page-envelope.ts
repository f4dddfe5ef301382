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
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}

/** What a page is a page of. */
export interface Paged extends PageWindow {
  readonly count: number;
  /** Scheme, host and base path, without a slash at the end. */
  readonly base: string;
  /** `/api/dcim/sites/` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** JSON texts of the page's objects. */
  readonly results: readonly string[];
}

/**
 * NetBox's list answer: count, next, previous, results. The links repeat every parameter, sorted by name, with the
 * limit in force; the first page has no offset. Surfaces use it for every list, actions for lists of their own.
 */
export function pageEnvelope(page: Paged): string {
  const { count, limit, offset } = page;
  const next = limit === undefined || offset + limit >= count ? undefined : offset + limit;
  const previous = limit === undefined || offset <= 0 ? undefined : Math.max(offset - limit, 0);
  const links = [next, previous].map((to) => (to === undefined ? 'null' : JSON.stringify(pageLink(page, to))));
  return `{"count":${count},"next":${links[0]},"previous":${links[1]},"results":[${page.results.join(',')}]}`;
}

function pageLink({ base, path, query, limit }: Paged, offset: number): string {
  const others = [...query].filter(([name]) => name !== 'limit' && name !== 'offset');
  const own: [string, string][] = [
    ['limit', String(limit)],
    ...(offset > 0 ? [['offset', String(offset)] as [string, string]] : []),
  ];
  const sorted = [...others, ...own].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${base}${path}?${sorted.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`;
}

/** As Python's urlencode writes it: only letters, digits and `_.-~` stay, blanks become `+`. */
const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
