import type { Sql } from '#database/connect.ts';
import { whereSql } from '#database/select/where.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn, type Registry } from '#registry/registry.ts';
import { type Viewer, visibleCondition } from '../visible.ts';
import type { Entry, EntryData } from './entries.ts';

interface Asked {
  readonly sql: Sql;
  readonly registry: Registry;
  readonly entries: readonly Entry[];
}

/**
 * The entries that somebody is told of, with the states of the objects where they may view the entry itself in the
 * change log. Of an object that is there, they are told if they may view it as it stands now. A deleted one can't be
 * held against the constraints of a permission any longer: they are told if they may view all objects of the model, or
 * some of them and the entry.
 */
export async function entriesSeenBy(viewer: Viewer, asked: Asked): Promise<ReadonlyMap<string, EntryData>> {
  const { registry, entries } = asked;
  const logged = await loggedData(viewer, asked);
  const seen = new Map<string, EntryData>();
  for (const name of new Set(entries.map(({ model }) => model))) {
    const changes = entries.filter((entry) => entry.model === name);
    const model = registry.get(name);
    const condition = visibleCondition(registry, model, viewer);
    if (condition.op === 'never') continue;
    const keys = changes.flatMap(({ action, objectId }) => (action === 'delete' ? [] : [objectId]));
    const visible = condition.op === 'always' ? undefined : await keysOf(asked.sql, { model, keys, condition });
    for (const { id, action, objectId } of changes) {
      const may = !visible || (action === 'delete' ? logged.has(id) : visible.has(objectId));
      if (may) seen.set(id, logged.get(id) ?? { before: null, after: null });
    }
  }
  return seen;
}

/** The states that the entries keep, of those that may be viewed in the change log. */
async function loggedData(viewer: Viewer, { sql, registry, entries }: Asked): Promise<Map<string, EntryData>> {
  const log = registry.get('core.objectchange');
  const condition = visibleCondition(registry, log, viewer);
  if (condition.op === 'never') return new Map();
  const parameters = [`{${entries.map(({ id }) => id).join(',')}}`];
  const where = whereSql(condition, { model: log, alias: 't', parameters });
  const rows = await sql.unsafe<{ id: string; before: string | null; after: string | null }[]>(
    `select t.id, t.prechange_data as before, t.postchange_data as after from "${log.table}" t
      where t.id = any($1::bigint[]) and ${where}`,
    parameters,
    { prepare: true },
  );
  return new Map(rows.map(({ id, before, after }) => [id, { before, after }]));
}

/** Those of the keys whose objects satisfy the condition. */
async function keysOf(
  sql: Sql,
  { model, keys, condition }: { model: Model; keys: readonly string[]; condition: Condition },
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const key = `t."${keyColumn(model)}"`;
  const parameters = [`{${keys.join(',')}}`];
  const where = whereSql(and(condition), { model, alias: 't', parameters });
  const rows = await sql.unsafe<{ id: string }[]>(
    `select ${key} as id from "${model.table}" t where ${key} = any($1::bigint[]) and ${where}`,
    parameters,
    { prepare: true },
  );
  return new Set(rows.map(({ id }) => id));
}
