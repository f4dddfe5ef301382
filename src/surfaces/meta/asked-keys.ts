import type { FastifyRequest } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import { isKey } from '#operations/read/get-object.ts';

/** How many objects a request may name: more than a list has on the screen. */
const most = 1000;

/**
 * The parameters of a request about objects that a list shows, and the keys that its `id`s name, each once. Throws an
 * HttpError 400 for an `id` that is no key, and for too many.
 */
export function askedKeys({ url }: Pick<FastifyRequest, 'url'>): { query: URLSearchParams; keys: string[] } {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const keys = [...new Set(query.getAll('id'))];
  const wrong = keys.find((key) => !isKey(key));
  if (wrong !== undefined) throw new HttpError(400, { id: [`"${wrong}" is no object's id.`] });
  if (keys.length > most) throw new HttpError(400, { id: [`${keys.length} objects are too many: ${most} at most.`] });
  return { query, keys };
}
