import { quoted } from '#fields/json-text.ts';

/** Where a page lies in its list, and the address that was asked for it. */
export interface PagePlace {
  /** Absolute address without query: `http://host/api/dcim/sites/`. */
  readonly address: string;
  readonly query: URLSearchParams;
  readonly count: number;
  /** undefined: the whole list. */
  readonly limit: number | undefined;
  readonly offset: number;
}

/**
 * The address with other values of some parameters (undefined takes one away): names sorted, repeated ones kept in
 * their order, as the links of Django REST framework are.
 */
export function pageLink(
  address: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  next.sort();
  return next.size > 0 ? `${address}?${next}` : address;
}

/** JSON text of a page: count, links to its neighbours, results. */
export function pageEnvelope({ address, query, count, limit, offset }: PagePlace, texts: readonly string[]): string {
  const link = (place: number | undefined): string =>
    place === undefined
      ? 'null'
      : quoted(pageLink(address, query, { limit: String(limit), offset: place > 0 ? String(place) : undefined }));
  const next = limit !== undefined && offset + limit < count ? offset + limit : undefined;
  const previous = limit !== undefined && offset > 0 ? Math.max(offset - limit, 0) : undefined;
  return `{"count":${count},"next":${link(next)},"previous":${link(previous)},"results":[${texts.join(',')}]}`;
}

/** JSON text of a page that began at a key: nothing was counted. */
export function cursorEnvelope(
  {
    address,
    query,
    limit,
    next,
  }: { address: string; query: URLSearchParams; limit: number | undefined; next: string | undefined },
  texts: readonly string[],
): string {
  const link = next === undefined ? 'null' : quoted(pageLink(address, query, { limit: String(limit), start: next }));
  return `{"count":null,"next":${link},"previous":null,"results":[${texts.join(',')}]}`;
}
