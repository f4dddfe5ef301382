import assert from 'node:assert/strict';
import { HttpError } from '#base/http-error.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { createObjects } from '#operations/write/create-objects.ts';
import { deleteObjects } from '#operations/write/delete-objects.ts';
import { DeletionRefused } from '#operations/write/deletion-refused.ts';
import { writeTransaction } from '#operations/write/transaction.ts';
import { updateObjects } from '#operations/write/update-objects.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { always } from '#query/tree.ts';
import { baseChoices } from '../choice-sets/base-choices.ts';
import { computedBehaviours } from '../computed/index.ts';
import { displayBehaviours } from '../display/index.ts';
import { rules } from './index.ts';

/** What became of a write: keys of what was written, or what is refused. */
export interface Written {
  readonly keys: readonly string[];
  /** Fields that are refused, of a single object; positions or ids with their fields, of several. */
  readonly refused: readonly string[];
  /** What is answered, of a refusal. */
  readonly body?: unknown;
}

type Input = Readonly<Record<string, unknown>>;

/** For tests: writes as a superuser, who is made for it, each call a request of its own. */
export async function tryWrites(sql: Sql, some: Partial<Settings> = {}) {
  await sql.unsafe(
    `insert into users_user (id, username, password, first_name, last_name, email, is_active, is_superuser, date_joined)
     values (1, 'admin', '!', '', '', '', true, true, now()) on conflict do nothing`,
  );
  await sql.unsafe(
    `select setval(pg_get_serial_sequence('users_user', 'id'), greatest((select max(id) from users_user), 1))`,
  );
  const shapes = new Shapes(registry, {
    computed: computedBehaviours,
    display: displayBehaviours,
    baseChoices: baseChoices({ UN_LOCODE_FILES: [] }),
  });
  const contentTypes = await readContentTypes(sql);
  const asker = { userId: '1', username: 'admin', isSuperuser: true, by: 'token', mayWrite: true } as const;
  const settings = { ...defaultSettings, ...some };
  const request = { sql, shapes, settings, contentTypes, asker, rules, base: 'http://host', permits: () => always };
  const run = async (work: (context: WriteContext) => Promise<readonly string[]>): Promise<Written> => {
    try {
      return { keys: await writeTransaction(request, work), refused: [] };
    } catch (error) {
      return { keys: [], refused: refusedBy(error), ...(error instanceof HttpError ? { body: error.body } : {}) };
    }
  };
  const change = (model: string, bodies: readonly Input[], partial: boolean): Promise<Written> =>
    run(async (context) => {
      const targets = bodies.map(({ id, ...input }) => ({ key: String(id), input }));
      const bulk = bodies.length > 1;
      const drafts = await updateObjects(context, { model: registry.get(model), targets, partial, bulk });
      return drafts.map(({ key }) => key!);
    });
  const create = (model: string, body: Input | readonly Input[]): Promise<Written> =>
    run(async (context) => (await createObjects(context, registry.get(model), body)).drafts.map(({ key }) => key!));
  return {
    create,
    /** Makes an object that must be accepted; its key. */
    made: async (model: string, body: Input): Promise<number> => {
      const { keys, refused } = await create(model, body);
      assert.deepEqual(refused, [], `${model} is made`);
      return Number(keys[0]);
    },
    update: (model: string, ...bodies: readonly Input[]): Promise<Written> => change(model, bodies, true),
    /** As a PUT does: required fields must be named, and some that are not are emptied. */
    replace: (model: string, ...bodies: readonly Input[]): Promise<Written> => change(model, bodies, false),
    remove: (model: string, ...keys: readonly (string | number)[]): Promise<Written> =>
      run(async (context) => {
        await deleteObjects(context, registry.get(model), keys.map(String));
        return keys.map(String);
      }),
  };
}

function refusedBy(error: unknown): string[] {
  if (error instanceof DeletionRefused) return [...error.blockers.keys(), ...error.refusals.keys()];
  if (!(error instanceof HttpError)) throw error;
  const { errors, ...body } = error.body as { errors?: readonly { index?: number; id?: number; errors: object }[] };
  return Array.isArray(errors)
    ? errors.flatMap((one) => Object.keys(one.errors).map((field) => `${one.index ?? one.id} ${field}`))
    : Object.keys(body);
}
