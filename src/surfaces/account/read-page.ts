import { HttpError } from '#base/http-error.ts';

/** `limit` (1 to 500, else 100) and `offset` of a query. Throws a 400 keyed by parameter. */
export function readPage(query: URLSearchParams): { limit: number; offset: number } {
  const number = (name: string, usual: number, most: number): number => {
    const text = query.get(name);
    if (text === null) return usual;
    if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new HttpError(400, { [name]: ['Enter a whole number.'] });
    return Number(text);
  };
  return { limit: number('limit', 100, 500) || 100, offset: number('offset', 0, 999_999_999) };
}
