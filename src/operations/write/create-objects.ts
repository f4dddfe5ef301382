import { HttpError } from '#base/http-error.ts';
import { typeName } from '#fields/parse.ts';
import type { Model } from '#registry/model.ts';
import { accept } from './accept.ts';
import { customFieldReferences } from './custom-fields.ts';
import { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import { writeOneByOne } from './one-by-one.ts';
import { resolveReferences } from './references.ts';
import { savePermitted } from './save-permitted.ts';
import { validate } from './validate.ts';
import type { WriteContext } from './write-context.ts';

/**
 * Creates objects as one request asks, all or none: read, looked up, validated, written, permitted. Returns the drafts
 * with their keys. Throws an HttpError whose body is keyed by field, or by position in bulk.
 */
export async function createObjects(
  context: WriteContext,
  model: Model,
  body: unknown,
): Promise<{ drafts: readonly Draft[]; bulk: boolean }> {
  if (!Array.isArray(body)) {
    const drafts = await createTogether(context, model, { inputs: [body === undefined ? {} : body], bulk: false });
    return { drafts, bulk: false };
  }
  const drafts = await writeOneByOne(context, {
    inputs: body as unknown[],
    verb: 'created',
    write: (inputs) => createTogether(context, model, { inputs, bulk: true }),
  });
  return { drafts, bulk: true };
}

async function createTogether(
  context: WriteContext,
  model: Model,
  { inputs, bulk }: { inputs: readonly unknown[]; bulk: boolean },
): Promise<readonly Draft[]> {
  // ---- The request's objects
  const drafts = inputs.map((input, position) => draftOf(model, { input, position, bulk }));

  // ---- Values and references
  const references = drafts.flatMap((draft) => (draft.errors.any ? [] : accept(draft, context, { partial: false })));
  references.push(...(await customFieldReferences(context, model, drafts)));
  await resolveReferences(references, context);

  // ---- Rules
  await validate(context, model, drafts);

  // ---- Rows
  await savePermitted(context, drafts, { model, action: 'add', bulk, verb: 'created' });
  return drafts;
}

function draftOf(model: Model, { input, position, bulk }: { input: unknown; position: number; bulk: boolean }): Draft {
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return new Draft({ model, position, input: input as Record<string, unknown> });
  const draft = new Draft({ model, position, input: {} });
  draft.errors.add(
    wholeObject,
    input === null && !bulk ? 'No data provided' : `Invalid data. Expected a dictionary, but got ${typeName(input)}.`,
  );
  return draft;
}

/** The body of a bulk request as a list, which may be empty: then nothing is to be done. Throws 400 where it is none. */
export function listBody(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  const empty =
    body === undefined || body === null || body === '' || (typeof body === 'object' && Object.keys(body).length === 0);
  throw new HttpError(
    400,
    empty
      ? 'Expected a list of objects, but no data was submitted.'
      : `Expected a list of objects, but got ${typeName(body)}.`,
  );
}
