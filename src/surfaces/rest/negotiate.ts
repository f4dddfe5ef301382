import type { FastifyRequest } from 'fastify';
import { HttpError } from '#base/http-error.ts';

/** What NetBox renders by the word that `?format=` names it by; its page for browsers is answered with JSON here. */
const mediaTypes: Readonly<Record<string, string>> = { json: 'application/json', api: 'text/html' };

/**
 * Refuses what can't be answered, before anything else is asked (Django REST framework 3.17): a format that there is
 * not is a 404, an Accept header that leaves none of what there is a 406.
 */
export function negotiate({ headers }: Pick<FastifyRequest, 'headers'>, query: URLSearchParams): void {
  const format = formatOf(query);
  if (format !== undefined && !Object.hasOwn(mediaTypes, format)) throw new HttpError(404, 'Not found.');
  const offered = format === undefined ? Object.values(mediaTypes) : [mediaTypes[format]!];
  const accepted = headers.accept?.split(',').map((one) => one.split(';', 1)[0]!.trim()) ?? ['*/*'];
  if (!accepted.some((pattern) => offered.some((type) => matches(pattern, type))))
    throw new HttpError(406, 'Could not satisfy the request Accept header.');
}

/** The format that the query names; the last of several counts, an empty one is none. */
const formatOf = (query: URLSearchParams): string | undefined => query.getAll('format').at(-1) || undefined;

/** What addresses in the answer end in: a format that was asked for holds for what they lead to as well. */
export function addressTail(query: URLSearchParams): string {
  const format = query.getAll('format').at(-1);
  return format === undefined ? '' : `?format=${encodeURIComponent(format)}`;
}

function matches(pattern: string, type: string): boolean {
  const [main, sub] = pattern.split('/');
  const [offeredMain, offeredSub] = type.split('/');
  return (main === '*' || main === offeredMain) && (sub === '*' || sub === offeredSub);
}
