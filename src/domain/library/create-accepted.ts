import { HttpError } from '#base/http-error.ts';
import type { BulkProblem } from '#operations/write/bulk-error.ts';
import { createObjects } from '#operations/write/create-objects.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** An object to make, and for what. */
export interface Wish<T> {
  readonly of: T;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Makes those of the objects that are accepted, in bulk, and tells of the others why they are refused. A refusal is made
 * before anything is written, so that the rest can be tried again in the same transaction.
 */
export async function createAccepted<T>(
  context: WriteContext,
  model: string,
  {
    wishes,
    made,
    refused,
  }: { wishes: readonly Wish<T>[]; made(of: T, key: string): void; refused(of: T, reason: string): void },
): Promise<void> {
  let rest = wishes;
  while (rest.length > 0) {
    try {
      const bodies = rest.map(({ body }) => body);
      const { drafts } = await createObjects(context, context.registry.get(model), bodies);
      for (const [index, { of }] of rest.entries()) made(of, drafts[index]!.key!);
      return;
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      for (const { index, errors } of problems) refused(rest[index!]!.of, reasonOf(errors));
      const out = new Set(problems.map(({ index }) => index));
      rest = rest.filter((_, index) => !out.has(index));
    }
  }
}

function problemsOf(error: unknown): readonly BulkProblem[] | undefined {
  if (!(error instanceof HttpError) || error.status !== 400) return undefined;
  const problems = (error.body as { errors?: readonly BulkProblem[] }).errors;
  return problems?.length && problems.every(({ index }) => index !== undefined) ? problems : undefined;
}

const reasonOf = (errors: Readonly<Record<string, unknown>>): string =>
  Object.entries(errors)
    .map(
      ([field, said]) =>
        `${field === '__all__' ? '' : `${field}: `}${Array.isArray(said) ? said.join(' ') : JSON.stringify(said)}`,
    )
    .join('; ');
