import { HttpError } from '#base/http-error.ts';

/** What could not be done to some of the objects of a bulk request, by position or by id. */
export interface BulkProblem {
  readonly index?: number;
  readonly id?: number;
  readonly errors: Record<string, unknown>;
}

/** The answer to a bulk request that could not be done: `2 of 3 objects could not be updated.` */
export function bulkError(
  status: number,
  { problems, total, what }: { problems: readonly BulkProblem[]; total: number; what: string },
): HttpError {
  return new HttpError(status, { detail: `${problems.length} of ${total} objects ${what}.`, errors: problems });
}
