import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, keyColumn, pairsOf } from '#registry/registry.ts';
import { countDeleted } from './counters.ts';
import { DeletionRefused } from './deletion-refused.ts';
import { Draft, type Text } from './draft.ts';
import type { Deleted } from './rules.ts';
import { rulesOf } from './rules-of.ts';
import { save } from './save.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

type Rows = Map<string, Map<string, Text>>;

/** Everything that one deletion takes: rows by model, in the order in which they were reached. */
interface Plan {
  readonly rows: Map<Model, Rows>;
  /** Objects that keep living without the deleted one: model, column, keys. */
  readonly cleared: Map<string, { model: Model; field: Field; keys: Set<string> }>;
  /** Objects that forbid the deletion of the given key. */
  readonly blockers: Map<string, Blocker[]>;
}

interface Blocker {
  readonly model: Model;
  readonly key: string;
  /** A restricting relation lets go of what is deleted along with its object; a protecting one doesn't. */
  readonly restricts: boolean;
}

interface Pointing {
  readonly model: Model;
  readonly field: Field;
}

const pointing = new WeakMap<Registry, Map<string, Pointing[]>>();

/** Foreign keys and one-to-ones that point at a model. */
function pointingAt(registry: Registry, target: Model): readonly Pointing[] {
  let all = pointing.get(registry);
  if (!all) {
    all = new Map();
    for (const model of registry.models) {
      if (model.proxy) continue;
      for (const field of model.fields.values())
        if (field.kind.name === 'foreignKey' || field.kind.name === 'oneToOne')
          all.set(field.to!, [...(all.get(field.to!) ?? []), { model, field }]);
    }
    pointing.set(registry, all);
  }
  return all.get(target.name) ?? [];
}

/**
 * Deletes objects and everything that goes with them: what points at them by a cascading relation, their generic
 * dependants, pairs and tags; relations that may be empty are emptied. Statements grow with the models reached, not with
 * the rows. Throws DeletionRefused where others, or a rule, forbid it.
 */
export async function deleteObjects(
  context: WriteContext,
  model: Model,
  keys: readonly string[],
  messages: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  if (keys.length === 0) return;

  // ---- What goes, what is emptied, what forbids
  const plan: Plan = { rows: new Map(), cleared: new Map(), blockers: new Map() };
  const roots = new Map(keys.map((key) => [key, key]));
  await collect(context, plan, model, roots);
  for (const [root, list] of plan.blockers) {
    const left = list.filter(({ model: of, key, restricts }) => !(restricts && plan.rows.get(of)?.has(key)));
    if (left.length > 0) plan.blockers.set(root, left);
    else plan.blockers.delete(root);
  }
  const refusals = new Map<string, string[]>();
  for (const [of, rows] of plan.rows)
    for (const rules of rulesOf(context.rules, of))
      for (const [key, text] of (await rules.mayDelete?.(asDeleted(rows), { model: of, context })) ?? []) {
        const root = of === model && keys.includes(key) ? key : keys[0]!;
        refusals.set(root, [...(refusals.get(root) ?? []), text]);
      }
  if (plan.blockers.size > 0 || refusals.size > 0)
    throw new DeletionRefused({ blockers: plan.blockers, refusals, text: await blockersText(context, plan) });

  // ---- Rules and the change log, while the rows are there
  for (const [of, rows] of plan.rows) {
    const deleted = asDeleted(rows);
    for (const rules of rulesOf(context.rules, of)) await rules.deleting?.(deleted, context, of);
  }
  for (const [of, rows] of [...plan.rows].reverse())
    await context.changes.noteDeleted(of, [...rows.keys()], context, of === model ? messages : new Map());

  // ---- Relations that are emptied
  for (const { model: of, field, keys: pointingKeys } of plan.cleared.values()) {
    const left = [...pointingKeys].filter((key) => !plan.rows.get(of)?.has(key));
    if (left.length > 0) await clear(context, { model: of, field, keys: left });
  }

  // ---- Rows, dependants first
  await context.rows('set constraints all deferred');
  for (const [of, rows] of [...plan.rows].reverse()) {
    const list = `{${[...rows.keys()].join(',')}}`;
    for (const pairs of pairTables(context.registry, of)) await deletePairs(context, { ...pairs, plan, list });
    const type = context.contentTypes.id(of.name);
    if (type && of.features?.includes('tags'))
      await context.rows('delete from extras_taggeditem where content_type_id = $1 and object_id = any($2)', [
        type,
        list,
      ]);
    await context.rows(`delete from "${of.table}" where "${keyColumn(of)}" = any($1)`, [list]);
    await countDeleted(context, of, rows.values());
  }

  // ---- What else follows
  for (const [of, rows] of plan.rows) {
    const deleted = asDeleted(rows);
    for (const rules of rulesOf(context.rules, of)) await rules.deleted?.(deleted, context);
  }
}

const asDeleted = (rows: Rows): Deleted[] => [...rows].map(([key, columns]) => ({ key, columns }));

/** A table of pairs that names the model on one side. */
interface Pairs {
  readonly table: string;
  /** The column that names the model. */
  readonly own: string;
  /** The other column, and the model whose many-to-many field the table stores, where that is the other side. */
  readonly other: string;
  readonly holder: Model | undefined;
}

function pairTables(registry: Registry, model: Model): Pairs[] {
  const tables: Pairs[] = [];
  for (const of of registry.models)
    for (const field of of.fields.values()) {
      if (field.kind.name !== 'manyToMany') continue;
      const { table, own, other } = pairsOf(of, field);
      if (of === model) tables.push({ table, own, other, holder: undefined });
      if (field.to === model.name) tables.push({ table, own: other, other: own, holder: of });
    }
  return tables;
}

/** Deletes pairs; objects that held the deleted ones in a many-to-many field are logged as changed. */
async function deletePairs(
  context: WriteContext,
  { table, own, other, holder, plan, list }: Pairs & { plan: Plan; list: string },
): Promise<void> {
  if (holder?.features?.includes('changeLogging')) {
    const rows = await context.rows(`select distinct ${other} from ${table} where ${own} = any($1)`, [list]);
    const living = rows.map(([key]) => key!).filter((key) => !plan.rows.get(holder)?.has(key));
    if (living.length > 0) {
      await context.changes.remember(holder, living, context);
      const stored = await storedRows(context, holder, living);
      for (const [key, before] of stored)
        context.changes.note(new Draft({ model: holder, position: 0, input: {}, key, before }));
    }
  }
  await context.rows(`delete from ${table} where ${own} = any($1)`, [list]);
}

/** Adds objects to the plan with all that goes with them. `roots` tells for which of the asked objects each goes. */
async function collect(
  context: WriteContext,
  plan: Plan,
  model: Model,
  roots: ReadonlyMap<string, string>,
): Promise<void> {
  const known = plan.rows.get(model) ?? new Map<string, Map<string, Text>>();
  const fresh = [...roots.keys()].filter((key) => !known.has(key));
  if (fresh.length === 0) return;
  plan.rows.set(model, known);
  for (const [key, row] of await storedRows(context, model, fresh, { lock: true })) known.set(key, row);
  const { registry } = context;

  for (const { model: of, field } of pointingAt(registry, model)) {
    const column = columnOf(field)!;
    const rows = await context.rows(
      `select "${keyColumn(of)}", "${column}" from "${of.table}" where "${column}" = any($1)`,
      [`{${fresh.join(',')}}`],
    );
    if (rows.length === 0) continue;
    switch (field.onDelete) {
      case 'cascade':
        await collect(context, plan, of, new Map(rows.map(([key, to]) => [key!, roots.get(to!)!])));
        break;
      case 'set null': {
        const id = `${of.name} ${field.name}`;
        const entry = plan.cleared.get(id) ?? { model: of, field, keys: new Set<string>() };
        for (const [key] of rows) entry.keys.add(key!);
        plan.cleared.set(id, entry);
        break;
      }
      case 'protect':
      case 'restrict':
        for (const [key, to] of rows) {
          const root = roots.get(to!)!;
          plan.blockers.set(root, [
            ...(plan.blockers.get(root) ?? []),
            { model: of, key: key!, restricts: field.onDelete === 'restrict' },
          ]);
        }
    }
  }

  const type = context.contentTypes.id(model.name);
  for (const dependant of new Set(registry.generics(model).values())) {
    if (type === undefined || dependant.name === 'extras.taggeditem') continue;
    const fields = registry.genericFields(dependant);
    const rows = await context.rows(
      `select "${keyColumn(dependant)}", "${columnOf(fields.id)}" from "${dependant.table}" where "${columnOf(fields.type)}" = $1 and "${columnOf(fields.id)}" = any($2)`,
      [type, `{${fresh.join(',')}}`],
    );
    if (rows.length > 0)
      await collect(context, plan, dependant, new Map(rows.map(([key, to]) => [key!, roots.get(to!)!])));
  }
}

/** Empties a relation of objects that keep living; those that are logged are changed as by a request of their own. */
async function clear(
  context: WriteContext,
  { model, field, keys }: { model: Model; field: Field; keys: readonly string[] },
): Promise<void> {
  const column = columnOf(field)!;
  if (!model.features?.includes('changeLogging')) {
    await context.rows(`update "${model.table}" set "${column}" = null where "${keyColumn(model)}" = any($1)`, [
      `{${keys.join(',')}}`,
    ]);
    return;
  }
  const stored = await storedRows(context, model, keys, { lock: true });
  // Rules may have emptied it already, and logged that.
  const left = [...stored].filter(([, before]) => before.get(column) !== null);
  const drafts = left.map(([key, before], position) => {
    const draft = new Draft({ model, position, input: {}, key, before });
    draft.columns.set(column, null);
    return draft;
  });
  await context.changes.remember(
    model,
    left.map(([key]) => key),
    context,
  );
  await save(context, model, drafts);
}

/** `Unable to delete object. 2 dependent objects were found: …` */
async function blockersText(context: WriteContext, plan: Plan): Promise<string> {
  const all = [...plan.blockers.values()].flat();
  const reader = context.reader();
  const names: string[] = [];
  for (const { model, key } of all.slice(0, 10)) {
    const texts = await reader.load(reader.shapes.of(model, 'display'), [key]);
    names.push(`${texts.get(key) ?? key} (${key})`);
  }
  return `Unable to delete object. ${all.length} dependent objects were found: ${names.join(', ')}`;
}
