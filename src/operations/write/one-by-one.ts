import { HttpError } from '#base/http-error.ts';
import { type BulkProblem, bulkError } from './bulk-error.ts';
import type { WriteContext } from './write-context.ts';

/** More objects than this are judged together alone: going through them once more would take too long. */
const most = 100;

/** Some objects of a request, how they are written, and the word for what could not be done. */
interface Work<Input, Done> {
  readonly inputs: readonly Input[];
  readonly verb: string;
  write(inputs: readonly Input[]): Promise<readonly Done[]>;
}

/**
 * Writes all objects of a request at once; where that is refused, one after the other, as NetBox does: each sees what
 * those before it have become, one that is refused is passed over, and all that are refused are told. What an object
 * depends on may so stand earlier in the same request.
 */
export async function writeOneByOne<Input, Done>(
  context: WriteContext,
  { inputs, verb, write }: Work<Input, Done>,
): Promise<readonly Done[]> {
  if (inputs.length < 2 || inputs.length > most) return write(inputs);
  const together = await inSavepoint(context, () => write(inputs));
  if ('done' in together) return together.done;
  const goBack = await savepoint(context, 'list');
  try {
    const done = await oneAfterTheOther(context, { inputs, verb, write });
    await context.rows('release savepoint list');
    return done;
  } catch (error) {
    // Nothing is left of those that were written: who is told may try again without the others.
    await goBack();
    throw error;
  }
}

async function oneAfterTheOther<Input, Done>(
  context: WriteContext,
  { inputs, verb, write }: Work<Input, Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  const problems: BulkProblem[] = [];
  let status = 400;
  for (const [index, input] of inputs.entries()) {
    const alone = await inSavepoint(context, () => write([input]));
    if ('done' in alone) {
      done.push(...alone.done);
      continue;
    }
    if (!(alone.refused instanceof HttpError)) throw alone.refused;
    const { errors = [] } = alone.refused.body as { errors?: readonly BulkProblem[] };
    if (errors.length === 0) throw alone.refused;
    if (alone.refused.status === 403) status = 403;
    problems.push(...errors.map((one) => ('index' in one ? { ...one, index } : one)));
  }
  if (problems.length === 0) return done;
  throw bulkError(status, { problems, total: inputs.length, what: `could not be ${verb}` });
}

/** Does work that can be refused; then nothing of it is left. What isn't the request's fault is thrown. */
async function inSavepoint<T>(
  context: WriteContext,
  work: () => Promise<T>,
): Promise<{ readonly done: T } | { readonly refused: unknown }> {
  const goBack = await savepoint(context, 'step');
  try {
    const done = await work();
    await context.rows('release savepoint step');
    return { done };
  } catch (error) {
    const isRefusal = error instanceof HttpError || (error as { code?: string }).code?.startsWith('23') === true;
    if (!isRefusal) throw error;
    await goBack();
    return { refused: error };
  }
}

/** Begins what may be taken back, in the database and in what is to be logged; returns what takes it back. */
async function savepoint(context: WriteContext, name: 'list' | 'step'): Promise<() => Promise<void>> {
  const forget = context.changes.keep();
  await context.rows(`savepoint ${name}`);
  return async () => {
    await context.rows(`rollback to savepoint ${name}`);
    forget();
  };
}
