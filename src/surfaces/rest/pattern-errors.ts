import { HttpError } from '#base/http-error.ts';
import type { Sql } from '#database/connect.ts';
import { invalidPattern, patternFault } from '#database/select/pattern-fault.ts';

/**
 * Runs what a list's parameters made. Where the database can't read a regular expression, throws a 400 that names the
 * parameters that gave one; nothing is asked of it before, as most lists have none.
 */
export async function namingPatterns<T>(sql: Sql, query: URLSearchParams, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code !== invalidPattern) throw error;
    const errors: Record<string, string[]> = {};
    for (const [name, value] of query) {
      const fault = name.endsWith('regex') ? await patternFault(sql, value) : undefined;
      if (fault !== undefined) errors[name] = [...(errors[name] ?? []), fault];
    }
    throw Object.keys(errors).length > 0 ? new HttpError(400, errors) : error;
  }
}
