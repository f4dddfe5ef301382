import { HttpError } from '#base/http-error.ts';
import type { Draft } from './draft.ts';

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

/** Throws the errors of drafts, if there are any: those of a single object bare, those of several by position or id. */
export function throwErrors(drafts: readonly Draft[], { bulk, verb }: { bulk: boolean; verb: string }): void {
  const wrong = drafts.filter(({ errors }) => errors.any);
  if (wrong.length === 0) return;
  if (!bulk) throw new HttpError(400, wrong[0]!.errors.alone);
  throw bulkError(400, {
    problems: wrong.map(({ isNew, position, key, errors }) => ({
      ...(isNew ? { index: position } : { id: Number(key) }),
      errors: errors.body,
    })),
    total: drafts.length,
    what: `could not be ${verb}`,
  });
}
