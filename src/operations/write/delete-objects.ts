import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, keyColumn, pairsOf } from '#registry/registry.ts';
import { countDeleted } from './counters.ts';
import { asDeleted, type DeletionPlan, planDeletion } from './deletion-plan.ts';
import { DeletionRefused } from './deletion-refused.ts';
import { Draft } from './draft.ts';
import { rulesOf } from './rules-of.ts';
import { save } from './save.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

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
  const plan = await planDeletion(context, { model, keys, lock: true });
  const { blockers, refusals } = plan;
  if (blockers.size > 0 || refusals.size > 0)
    throw new DeletionRefused({ blockers, refusals, text: await blockersText(context, plan) });

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
  { table, own, other, holder, plan, list }: Pairs & { plan: DeletionPlan; list: string },
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

/** Relations whose emptying NetBox leaves to the database: of one to one unless said, and what is said to be. */
const isSilent = ({ kind, silent = kind.name === 'oneToOne' }: Field): boolean => silent;

/** Empties a relation of objects that keep living; those that are logged are changed as by a request of their own. */
async function clear(
  context: WriteContext,
  { model, field, keys }: { model: Model; field: Field; keys: readonly string[] },
): Promise<void> {
  const column = columnOf(field)!;
  if (!model.features?.includes('changeLogging') || isSilent(field)) {
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
async function blockersText(context: WriteContext, plan: DeletionPlan): Promise<string> {
  const all = [...plan.blockers.values()].flat();
  const reader = context.reader();
  const names: string[] = [];
  for (const { model, key } of all.slice(0, 10)) {
    const texts = await reader.load(reader.shapes.of(model, 'display'), [key]);
    names.push(`${texts.get(key) ?? key} (${key})`);
  }
  return `Unable to delete object. ${all.length} dependent objects were found: ${names.join(', ')}`;
}
