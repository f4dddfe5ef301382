import { forbidden, HttpError, notFound } from '#base/http-error.ts';
import { defaultOrder } from '#database/select/default-order.ts';
import { whereSql } from '#database/select/where.ts';
import { typeName } from '#fields/parse.ts';
import type { Answer } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { tableOf } from '#operations/read/shape.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import { type BulkTarget, bulkTargets } from '#operations/write/bulk-targets.ts';
import { createObjects, listBody } from '#operations/write/create-objects.ts';
import { deleteObjects } from '#operations/write/delete-objects.ts';
import { DeletionRefused } from '#operations/write/deletion-refused.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import { updateObjects } from '#operations/write/update-objects.ts';
import { writeAgain } from '#operations/write/write-again.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { inBackground } from './background.ts';
import { etag, matches } from './etag.ts';
import { acceptedInput, requestShape } from './request-shape.ts';

/** A writing request as this surface hands it on. */
export interface RestWrite extends WriteRequest {
  readonly model: Model;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly query: URLSearchParams;
}

/** Throws 403 for those who may do so with none of the model's objects. */
export const mayOrThrow = ({ model, permits, asker }: Omit<RestWrite, 'body'>, action: string): void => {
  if (permits(model, action).op !== 'never' && asker.mayWrite) return;
  if (asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
  throw forbidden();
};

/** Texts of written objects, read in the same transaction; a bulk change answers in the model's own order. */
export async function texts(
  context: WriteContext,
  { model, query }: Pick<RestWrite, 'model' | 'query'>,
  drafts: readonly Draft[],
  { sorted = false } = {},
): Promise<string[]> {
  const reader = context.reader();
  const keys = drafts.map(({ key }) => key!);
  const found = await reader.load(requestShape(reader.shapes, model, query, { ...context.asker, written: true }), keys);
  return (sorted ? await inOrder(context, model, keys) : keys).map((key) => found.get(key)!);
}

/** Keys in the model's order; without those that the change took from the asker's sight. */
async function inOrder(context: WriteContext, model: Model, keys: readonly string[]): Promise<string[]> {
  const { joins, orderBy } = defaultOrder(context.registry, model, 't');
  const key = `t."${keyColumn(model)}"`;
  const parameters = [`{${keys.join(',')}}`];
  const seen = whereSql(sharedWith(context.registry, model, context.asker), { model, alias: 't', parameters });
  const rows = await context.rows(
    `select ${key} from ${tableOf(model)} t${joins} where ${key} = any($1) and ${seen} order by ${orderBy}`,
    parameters,
  );
  return rows.map(([one]) => one!);
}

/** Targets in the model's order: one after the other in it, they are judged. */
async function sorted(context: WriteContext, model: Model, targets: readonly BulkTarget[]): Promise<BulkTarget[]> {
  const byKey = new Map(targets.map((one) => [one.key, one]));
  return (await inOrder(context, model, [...byKey.keys()])).map((key) => byKey.get(key)!);
}

const tagOf = (draft: Draft): Record<string, string> => {
  const changed = draft.columns.get('last_updated') ?? draft.columns.get('created');
  return changed ? { etag: etag(changed) } : {};
};

/** Where a new object is: its own `url`, unless the request left that out. */
function placeOf(text: string): Record<string, string> {
  const { url } = JSON.parse(text) as { url?: string };
  return url ? { location: url } : {};
}

/** POST to a collection: one object or a list of them. */
async function create(request: RestWrite): Promise<Answer> {
  mayOrThrow(request, 'add');
  const later = await inBackground(request, 'POST');
  if (later) return later;
  return writeAgain(request, async (context) => {
    const { drafts, bulk } = await createObjects(context, request.model, request.body);
    const made = await texts(context, request, drafts);
    return bulk
      ? { status: 201, json: `[${made.join(',')}]` }
      : { status: 201, json: made[0]!, headers: { ...placeOf(made[0]!), ...tagOf(drafts[0]!) } };
  });
}

/** Whatever a method does to a collection. */
export const onCollection = (request: RestWrite, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'): Promise<Answer> =>
  method === 'POST'
    ? create(request)
    : method === 'DELETE'
      ? bulkDelete(request)
      : bulkUpdate(request, { partial: method === 'PATCH' });

/** PATCH or PUT of a list on a collection. */
async function bulkUpdate(request: RestWrite, { partial }: { partial: boolean }): Promise<Answer> {
  mayOrThrow(request, 'change');
  const later = await inBackground(request, partial ? 'PATCH' : 'PUT');
  if (later) return later;
  const entries = listBody(request.body);
  const { model } = request;
  return writeAgain(request, async (context) => {
    const named = await bulkTargets(context, { model, action: 'change', entries });
    const targets = await sorted(context, model, named);
    const drafts = await updateObjects(context, { model, targets, partial, bulk: true });
    return { status: 200, json: `[${(await texts(context, request, drafts, { sorted: true })).join(',')}]` };
  });
}

/** DELETE of a list on a collection. */
async function bulkDelete(request: RestWrite): Promise<Answer> {
  mayOrThrow(request, 'delete');
  const later = await inBackground(request, 'DELETE');
  if (later) return later;
  const entries = listBody(request.body);
  const { model } = request;
  return writeAgain(request, async (context) => {
    const targets = await bulkTargets(context, { model, action: 'delete', entries });
    await removed(context, { model, targets, bulk: true });
    return { status: 204 };
  });
}

/** The object that the path names, as the asker may change it; its ETag must be the one that If-Match names. */
export async function target(
  context: WriteContext,
  { model, key, action, ifMatch }: { model: Model; key: string; action: string; ifMatch: string | undefined },
): Promise<void> {
  const reader = context.reader();
  const found = await getObject({
    context: reader,
    model,
    shape: reader.shapes.only(model, new Set(['id'])),
    where: and(context.permits(model, action), sharedWith(context.registry, model, context.asker)),
    key,
  });
  if (ifMatch === undefined) return;
  const tag = found.changed === undefined ? undefined : etag(found.changed);
  if (tag === undefined || !matches(ifMatch, tag))
    throw new HttpError(412, 'Precondition failed.', tag === undefined ? {} : { etag: tag });
}

const objectBody = (body: unknown): Record<string, unknown> => {
  if (body === undefined || body === null || body === '') return {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw new HttpError(400, {
      __all__: [`Invalid data. Expected a dictionary, but got ${typeName(body)}.`],
    });
  return body as Record<string, unknown>;
};

/** PATCH or PUT of one object. */
export async function update(request: RestWrite, { key, partial }: { key: string; partial: boolean }): Promise<Answer> {
  mayOrThrow(request, 'change');
  const { model, ifMatch } = request;
  if (!/^\d+$/.test(key)) throw notFound(model.className);
  return writeAgain(request, async (context) => {
    await target(context, { model, key, action: 'change', ifMatch });
    const targets = [{ key: String(BigInt(key)), input: acceptedInput(request.query, objectBody(request.body)) }];
    const drafts = await updateObjects(context, { model, targets, partial, bulk: false });
    return { status: 200, json: (await texts(context, request, drafts))[0]!, headers: tagOf(drafts[0]!) };
  });
}

/** DELETE of one object. */
export async function remove(request: RestWrite, { key }: { key: string }): Promise<Answer> {
  mayOrThrow(request, 'delete');
  const { model, ifMatch } = request;
  if (!/^\d+$/.test(key)) throw notFound(model.className);
  return writeAgain(request, async (context) => {
    await target(context, { model, key, action: 'delete', ifMatch });
    const targets = [{ key: String(BigInt(key)), input: objectBody(request.body) }];
    await removed(context, { model, targets, bulk: false });
    return { status: 204 };
  });
}

async function removed(
  context: WriteContext,
  { model, targets, bulk }: { model: Model; targets: readonly BulkTarget[]; bulk: boolean },
): Promise<void> {
  const messages = new Map(
    targets.flatMap(({ key, input }) =>
      typeof input.changelog_message === 'string' ? [[key, input.changelog_message.trim()] as const] : [],
    ),
  );
  try {
    await deleteObjects(
      context,
      model,
      targets.map(({ key }) => key),
      messages,
    );
  } catch (error) {
    if (error instanceof DeletionRefused) throw error.answer({ bulk, total: targets.length });
    throw error;
  }
}
