import { HttpError } from '#base/http-error.ts';
import { typeName } from '#fields/parse.ts';
import type { Model } from '#registry/model.ts';
import { accept } from './accept.ts';
import { customFieldReferences } from './custom-fields.ts';
import { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
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
  // ---- The request's objects
  const bulk = Array.isArray(body);
  const inputs: unknown[] = bulk ? body : [body === undefined ? {} : body];
  const drafts = inputs.map((input, position) => draftOf(model, { input, position, bulk }));

  // ---- Values and references
  const references = drafts.flatMap((draft) => (draft.errors.any ? [] : accept(draft, context, { partial: false })));
  references.push(...(await customFieldReferences(context, model, drafts)));
  await resolveReferences(references, context);

  // ---- Rules
  await validate(context, model, drafts);

  // ---- Rows
  await savePermitted(context, drafts, { model, action: 'add', bulk, verb: 'created' });
  return { drafts, bulk };
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
