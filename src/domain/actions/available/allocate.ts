import { randomUUID } from 'node:crypto';
import { forbidden, HttpError } from '#base/http-error.ts';
import { typeName } from '#fields/parse.ts';
import type { ActionRequest, Answer } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Shape } from '#operations/read/shape.ts';
import { createObjects } from '#operations/write/create-objects.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import { writeTransaction } from '#operations/write/transaction.ts';
import type { Model } from '#registry/model.ts';
import { rules } from '../../rules/index.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** What a request asks to allocate: one object, or a list of them. */
export type Wanted = Readonly<Record<string, unknown>>;

/** NetBox 4.7's advisory locks, under which it allocates too: a NetBox on the same database stays safe. */
export const allocationLocks = { prefixes: 100100, addresses: 100200, vlans: 100300, asns: 100400 } as const;

/** How one kind of thing is allocated. */
export interface Allocation {
  /** The model of what is made. */
  readonly model: string;
  readonly lock: number;
  /** The error of one object, before anything is sought. */
  check?(wanted: Wanted): Readonly<Record<string, unknown>> | undefined;
  /** Members of a request that are read before anything is sought: their errors stand in a list, also of one object. */
  readonly readFirst?: ReadonlySet<string>;
  /** Members that are answered as they were when the objects were made, whatever followed from that. */
  readonly asMade?: Readonly<Record<string, unknown>>;
  /** What the objects get, in their order, as is free now; undefined where there is not enough. */
  place(context: ReadContext, wanted: readonly Wanted[]): Promise<readonly Wanted[] | undefined>;
}

/** What may be asked for, as a list. Throws 403 for those who may make none. */
export function wantedOf(request: ActionRequest, model: string): Wanted[] {
  const { asker, body, context, permits } = request;
  if (permits(context.registry.get(model), 'add').op === 'never' || !asker.mayWrite)
    throw asker.userId === undefined
      ? new HttpError(403, 'Authentication credentials were not provided.')
      : forbidden();
  const wanted: unknown[] = Array.isArray(body) ? body : [body === undefined ? {} : body];
  const errors = wanted.map((one) => {
    if (one === null) return ['This field may not be null.'];
    if (typeof one === 'object' && !Array.isArray(one)) return {};
    return { [wholeObject]: [`Invalid data. Expected a dictionary, but got ${typeName(one)}.`] };
  });
  if (errors.some((error) => Object.keys(error).length > 0)) throw new HttpError(400, errors);
  return wanted as Wanted[];
}

/**
 * Makes objects of what is free, all or none, under the lock of their kind. What the request says about the place
 * itself is overridden. Errors stand by position; too little left is a 409.
 */
export async function allocate(request: ActionRequest, wanted: readonly Wanted[], how: Allocation): Promise<Answer> {
  // ---- What can be seen to be wrong at once
  const errors = wanted.map((one) => how.check?.(one));
  if (errors.some(Boolean))
    throw new HttpError(
      400,
      errors.map((error) => error ?? {}),
    );

  // ---- Seek and make, nobody else in between
  const { asker, context, permits, settings, sql } = request;
  const { contentTypes, shapes, base, registry } = context;
  const model = registry.get(how.model);
  const bulk = Array.isArray(request.body);
  const requestId = randomUUID();
  const write = { sql, shapes, settings, contentTypes, asker, rules, base, requestId, permits };
  return oneAtATime(how.model, () =>
    writeTransaction(write, async (transaction) => {
      await transaction.rows('select pg_advisory_xact_lock($1::bigint)', [how.lock]);
      const places = await how.place(transaction.reader(), wanted);
      if (!places) throw new HttpError(409, 'Insufficient resources are available to satisfy the request');
      const inputs = wanted.map((one, index) => ({ ...one, ...places[index] }));
      const { drafts } = await createObjects(transaction, model, bulk ? inputs : inputs[0]).catch((error: unknown) => {
        throw bulk ? byPosition(error, inputs.length) : listed(error, how.readFirst);
      });
      const reader = transaction.reader();
      const keys = drafts.map(({ key }) => key!);
      const texts = await reader.load(uncounted(reader, model), keys);
      const made = keys.map((key) => asMade(texts.get(key)!, how.asMade));
      return {
        status: 201,
        json: bulk ? `[${made.join(',')}]` : made[0]!,
        headers: { 'x-request-id': requestId },
      };
    }),
  );
}

const asMade = (text: string, members: Allocation['asMade']): string =>
  members ? JSON.stringify({ ...JSON.parse(text), ...members }) : text;

/** What is answered of new objects: nothing counts what belongs to them yet (NetBox 4.7 leaves the counts out here). */
const uncounted = ({ shapes }: ReadContext, model: Model): Shape =>
  shapes.only(
    model,
    new Set(shapes.fullTokens(model).filter((name) => model.fields.get(name)?.kind.name !== 'relatedCount')),
  );

/** The error of one object, as a list where it is of members that are read first. */
function listed(error: unknown, readFirst: ReadonlySet<string> = new Set()): unknown {
  if (!(error instanceof HttpError) || error.status !== 400) return error;
  const early = Object.entries(error.body as object).filter(([name]) => readFirst.has(name));
  return early.length > 0 ? new HttpError(400, [Object.fromEntries(early)]) : error;
}

/** The errors of a bulk creation as these endpoints spell them: a list with an entry for each object. */
function byPosition(error: unknown, count: number): unknown {
  if (!(error instanceof HttpError)) return error;
  const { errors } = error.body as { errors?: readonly { index?: number; errors: unknown }[] };
  if (!Array.isArray(errors)) return error;
  if (error.status === 403) return forbidden();
  const found = new Map(errors.map((one) => [one.index, one.errors]));
  return new HttpError(
    error.status,
    Array.from({ length: count }, (_, index) => found.get(index) ?? {}),
  );
}
