import type { FastifyInstance } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import { bulkTargets } from '#operations/write/bulk-targets.ts';
import { rehearse } from '#operations/write/rehearse.ts';
import { updateObjects } from '#operations/write/update-objects.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import { type BulkParts, type ModelParams, writableModel } from './bulk-parts.ts';
import type { ChangeAsked, ChangePreview, FieldChange } from './contract.ts';

const valuesAtMost = 8;
const customField = 'cf_';

/**
 * `POST /patchbay/change/<app>/<endpoint>/` with `{ objects, fields }`: what a PATCH of the objects would make of the
 * fields, done and undone; refused as the PATCH would be, object by object. 403 for those who may change none.
 */
export async function changePreview(app: FastifyInstance, parts: BulkParts): Promise<void> {
  app.post<{ Params: ModelParams }>('/patchbay/change/:app/:endpoint/', async (request, reply) => {
    try {
      const model = writableModel(parts, request.params);
      if (!model) return reply.code(404).send({ detail: 'Not found.' });
      const writing = await parts.writing(request);
      if (writing.permits(model, 'change').op === 'never') throw forbidden();
      const asked = read(request.body);
      return reply.send(await rehearse(writing, (context) => preview(context, model, asked)));
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

async function preview(context: WriteContext, model: Model, { objects, fields }: ChangeAsked): Promise<ChangePreview> {
  const targets = await bulkTargets(context, { model, action: 'change', entries: objects });
  const keys = targets.map(({ key }) => key);
  const before = await values(context, model, { keys, fields });
  await updateObjects(context, { model, targets, partial: true, bulk: true });
  const after = await values(context, model, { keys, fields });
  const changed = keys.filter((key) => fields.some((name) => before.get(key)?.get(name) !== after.get(key)?.get(name)));
  return {
    count: keys.length,
    changed: changed.length,
    fields: fields.map((name) => fieldChange(name, keys, { before, after })),
  };
}

/** By object and field: the value as JSON text. */
type Values = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function values(
  context: WriteContext,
  model: Model,
  { keys, fields }: { keys: readonly string[]; fields: readonly string[] },
): Promise<Values> {
  const reader = context.reader();
  const served = new Set(fields.map((name) => (name.startsWith(customField) ? 'custom_fields' : name)));
  const texts = await reader.load(reader.shapes.only(model, served, { whole: true }), keys);
  return new Map(
    [...texts].map(([key, text]) => {
      const object = JSON.parse(text) as Record<string, unknown>;
      const custom = (object.custom_fields ?? {}) as Record<string, unknown>;
      const shownOf = (name: string) =>
        name.startsWith(customField) ? custom[name.slice(customField.length)] : object[name];
      return [key, new Map(fields.map((name) => [name, JSON.stringify(shownOf(name) ?? null)]))] as const;
    }),
  );
}

function fieldChange(
  name: string,
  keys: readonly string[],
  { before, after }: { readonly before: Values; readonly after: Values },
): FieldChange {
  const groups = new Map<string, { before: string; after: string; count: number }>();
  for (const key of keys) {
    // What the change takes from the asker's sight is told as nothing.
    const group = {
      before: before.get(key)?.get(name) ?? 'null',
      after: after.get(key)?.get(name) ?? 'null',
      count: 0,
    };
    const id = `${group.before}\n${group.after}`;
    groups.set(id, groups.get(id) ?? group);
    groups.get(id)!.count++;
  }
  const sorted = [...groups.values()].toSorted((a, b) => b.count - a.count);
  return {
    name,
    values: sorted
      .slice(0, valuesAtMost)
      .map((one) => ({ before: JSON.parse(one.before), after: JSON.parse(one.after), count: one.count })),
    others: sorted.slice(valuesAtMost).reduce((sum, { count }) => sum + count, 0),
  };
}

function read(body: unknown): ChangeAsked {
  const { objects, fields } = (body ?? {}) as Partial<ChangeAsked>;
  if (!Array.isArray(objects) || objects.length === 0) throw new HttpError(400, 'Expected a list of objects.');
  if (!Array.isArray(fields) || !fields.every((name) => typeof name === 'string'))
    throw new HttpError(400, 'Expected a list of names of fields.');
  return { objects, fields: [...new Set(fields)] };
}
