import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { clearRelation } from './clear-relation.ts';
import { countDeleted } from './counters.ts';
import { asDeleted, type DeletionPlan, planDeletion } from './deletion-plan.ts';
import { DeletionRefused } from './deletion-refused.ts';
import { Draft } from './draft.ts';
import { emptyBeforeDeletion } from './empty-before-deletion.ts';
import { type Pairs, pairTables } from './pair-tables.ts';
import { rulesOf } from './rules-of.ts';
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
  await emptyBeforeDeletion(context, plan);
  for (const [of, rows] of [...plan.rows].reverse())
    await context.changes.noteDeleted(of, [...rows.keys()], context, of === model ? messages : new Map());

  // ---- Relations that are emptied
  for (const { model: of, field, keys: pointingKeys } of plan.cleared.values()) {
    const left = [...pointingKeys].filter((key) => !plan.rows.get(of)?.has(key));
    if (left.length === 0) continue;
    await clearRelation(context, { model: of, field, keys: left });
    // Each is a change of its own, of the object as it was then.
    await context.changes.close(of, left, context);
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
