import { HttpError } from '#base/http-error.ts';
import type { Condition } from '../tree.ts';
import { type FilterRequest, parseFilters } from './parse-filters.ts';

/** The condition that a list's query parameters make. Throws a 400 keyed by parameter. */
export async function filterCondition(request: FilterRequest): Promise<Condition> {
  const parsed = await parseFilters(request);
  if ('errors' in parsed) throw new HttpError(400, parsed.errors);
  return parsed.condition;
}
