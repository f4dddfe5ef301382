import { verifyPassword } from '#access/password.ts';
import { HttpError } from '#base/http-error.ts';
import type { FieldParts } from '#identity/administration/field.ts';
import { readObject } from '#identity/administration/read-objects.ts';
import { resources } from '#identity/administration/resources.ts';
import { deleteObject, writeObject } from '#identity/administration/write-object.ts';
import { kidOf } from '#identity/keys/make-key-version.ts';
import { BlueprintError } from './blueprint-error.ts';
import { findId, findKey, findTold } from './find-objects.ts';
import { type BlueprintModel, bindingModel, blueprintModels, ignoredModels } from './models.ts';
import { type Blueprint, type Entry, states } from './read-blueprint.ts';
import { resolveTags, type TagSources } from './resolve-tags.ts';
import { isRecord } from './tagged.ts';
import { truthy } from './tags.ts';

/** What was done for an entry. */
export interface Applied {
  readonly model: string;
  readonly display: string;
  readonly done: 'created' | 'updated' | 'unchanged' | 'deleted' | 'skipped';
  /** Why an entry has no effect, where that isn't its own condition or state. */
  readonly why?: string;
}

export interface ApplyOptions extends FieldParts, Pick<TagSources, 'environment' | 'readFile'> {
  /** What goes before the blueprint's own context. */
  readonly context?: Readonly<Record<string, unknown>>;
}

type Values = Record<string, unknown>;

/**
 * Does what a blueprint says, entry by entry; applied once more it changes nothing. To be called within a transaction.
 * Throws a BlueprintError that names the line.
 */
export async function applyBlueprint(blueprint: Blueprint, options: ApplyOptions): Promise<Applied[]> {
  const keys = new Map<string, string>();
  const sources: TagSources = {
    environment: options.environment,
    readFile: options.readFile,
    context: { ...blueprint.context, ...options.context },
    keyOf: (id) => keys.get(id),
    find: (model, conditions) => findKey(options.sql, model, conditions),
    findObject: (model, conditions) => findTold(options.sql, model, conditions),
  };
  const applied: Applied[] = [];
  for (const entry of blueprint.entries) {
    try {
      applied.push(await apply(entry, { ...options, sources, keys }));
    } catch (error) {
      if (error instanceof HttpError)
        throw new BlueprintError(`line ${entry.line}, ${String(entry.model)}: ${explain(error.body)}`);
      if (error instanceof BlueprintError && !error.message.startsWith('line '))
        throw new BlueprintError(`line ${entry.line}: ${error.message}`);
      throw error;
    }
  }
  return applied;
}

interface Application extends ApplyOptions {
  readonly sources: TagSources;
  readonly keys: Map<string, string>;
}

async function apply(entry: Entry, options: Application): Promise<Applied> {
  const { sources } = options;
  const resolve = (value: unknown) => resolveTags(value, sources);
  const fail = (reason: string): never => {
    throw new BlueprintError(`line ${entry.line}: ${reason}`);
  };
  const name = String(await resolve(entry.model));
  const model = name.toLowerCase();
  const skipped: Applied = { model, display: entry.id ?? '', done: 'skipped' };
  const ignored = ignoredModels.get(model);
  if (ignored) return { ...skipped, why: ignored };
  const conditions = await resolve(entry.conditions);
  if (!Array.isArray(conditions)) return fail('conditions must be a list.');
  if (!conditions.every(truthy)) return skipped;
  const state = (await resolve(entry.state)) as (typeof states)[number];
  if (!states.includes(state)) return fail(`state must be one of ${states.join(', ')}, not ${String(state)}.`);
  const identifiers = await resolve(entry.identifiers);
  const attrs = await resolve(entry.attrs);
  if (!isRecord(identifiers) || !isRecord(attrs)) return fail('identifiers and attrs must be objects.');
  if (model === bindingModel) return bind({ ...identifiers, ...attrs }, state, options, fail);
  const known = blueprintModels[model];
  if (!known) return fail(`there is no model ${name} here.`);
  const resource = resources[known.kind];
  const id = await findId(options.sql, known, identifiers);
  if (state === 'absent') {
    if (id === null) return skipped;
    await deleteObject(options.sql, resource, id);
    return { model, display: String(Object.values(identifiers)[0]), done: 'deleted' };
  }
  if (state === 'must_created' && id !== null) return fail('the object is there already.');
  if (state === 'created' && id !== null) {
    if (entry.id) options.keys.set(entry.id, id);
    const found = await readObject(options.sql, resource, id);
    return { model, display: String(found?.display), done: 'unchanged' };
  }
  const before = id === null ? null : await readObject(options.sql, resource, id);
  const values = await withoutKnownSecrets(adapt(known, { ...identifiers, ...attrs }), known, id, options);
  const written = await writeObject({ ...options, resource, id: id ?? undefined, values });
  if (entry.id) options.keys.set(entry.id, written);
  const after = await readObject(options.sql, resource, written);
  const same =
    JSON.stringify(before) === JSON.stringify(after) && !('password' in values) && !('client_secret' in values);
  return { model, display: String(after?.display), done: id === null ? 'created' : same ? 'unchanged' : 'updated' };
}

/** A model's values under our names. */
function adapt({ rename = {}, ignore = [], adapt: own }: BlueprintModel, values: Values): Values {
  const named = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !ignore.includes(name) && name !== 'pk')
      .map(([name, value]) => [rename[name] ?? name, value]),
  );
  return own ? own(named) : named;
}

/** Secrets that are what they shall be already are not written again: their hashes and seals would be other ones. */
async function withoutKnownSecrets(
  values: Values,
  { kind }: BlueprintModel,
  id: string | null,
  { sql, box }: Application,
): Promise<Values> {
  if (id === null) return values;
  const { password, client_secret, private_key, certificate, ...rest } = values;
  if (kind === 'users' && typeof password === 'string') {
    const [row] = await sql.unsafe<{ password: string }[]>(
      'select password from patchbay.identity_user where id = $1',
      [id],
    );
    if (await verifyPassword(password, row?.password ?? '')) return rest;
  }
  if (kind === 'providers' && client_secret !== undefined) {
    const [row] = await sql.unsafe<{ client_secret: string }[]>(
      'select client_secret from patchbay.identity_provider where id = $1',
      [id],
    );
    if (box.open(row?.client_secret ?? '') === client_secret) return rest;
  }
  if (kind !== 'keys' || private_key === undefined) return values;
  // A key that is there stays, for a new version of it is made by rotation; of the one that signs the certificate may change.
  const [version] = await sql.unsafe<{ kid: string; certificate: string | null }[]>(
    'select kid, certificate from patchbay.identity_key_version where key_id = $1 and verifies_until is null',
    [id],
  );
  const same = version?.kid === kidOf(String(private_key)) && String(certificate ?? '').trim() !== '';
  return same && version?.certificate?.trim() !== String(certificate).trim() ? { ...rest, certificate } : rest;
}

/** A binding says that a group or a user may use an application. */
async function bind(
  { target, group, user, policy, negate, enabled = true }: Values,
  state: string,
  { sql }: Application,
  fail: (reason: string) => never,
): Promise<Applied> {
  if (policy || negate) return fail('policies other than of groups and users are not known here.');
  const [kind, id] = group ? ['group', group] : ['user', user];
  if (!target || !id) return fail('a binding needs a target and a group or a user.');
  const table = `patchbay.identity_application_${kind}`;
  const wanted = state !== 'absent' && truthy(enabled);
  const rows = await sql.unsafe(
    wanted
      ? `insert into ${table} (application_id, ${kind}_id) values ($1, $2) on conflict do nothing returning true`
      : `delete from ${table} where application_id = $1 and ${kind}_id = $2 returning true`,
    [String(target), String(id)],
  );
  const done = rows.length === 0 ? 'unchanged' : wanted ? 'created' : 'deleted';
  return { model: bindingModel, display: `${kind} ${String(id)}`, done };
}

function explain(body: unknown): string {
  if (!isRecord(body)) return String(body);
  if (typeof body.detail === 'string') return body.detail;
  return Object.entries(body)
    .map(([name, messages]) => `${name}: ${[messages].flat().join(' ')}`)
    .join('; ');
}
