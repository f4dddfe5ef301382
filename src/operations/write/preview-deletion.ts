import { whereSql } from '#database/select/where.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { sharedWith } from '../read/shared-with.ts';
import type { DeletionGroup, DeletionPreview, NamedObject } from './deletion-contract.ts';
import { asDeleted, planDeletion } from './deletion-plan.ts';
import type { WriteContext } from './write-context.ts';

const few = 5;
const refusedAtMost = 200;

/** What the deletion of the objects would take along and be refused for; nothing is deleted. */
export async function previewDeletion(
  context: WriteContext,
  { model, keys }: { model: Model; keys: readonly string[] },
): Promise<DeletionPreview> {
  const there = await visible(context, { model, action: 'delete', keys });
  const plan = await planDeletion(context, { model, keys: there, lock: false });
  const asked = new Set(there);

  const goes: DeletionGroup[] = [];
  for (const [of, rows] of plan.rows) {
    const others = asDeleted(rows).flatMap(({ key }) => (of === model && asked.has(key) ? [] : [key]));
    if (others.length > 0) goes.push({ model: of.name, count: others.length, named: await named(context, of, others) });
  }

  const cleared = [...plan.cleared.values()].flatMap(({ model: of, field, keys: pointing }) => {
    const left = [...pointing].filter((key) => !plan.rows.get(of)?.has(key));
    return left.length > 0 ? [{ model: of.name, field: field.name, count: left.length }] : [];
  });

  const refusedKeys = [...new Set([...plan.blockers.keys(), ...plan.refusals.keys()])].slice(0, refusedAtMost);
  const displays = await displayed(context, model, refusedKeys);
  const refused = await Promise.all(
    refusedKeys.map(async (key) => {
      const byModel = new Map<Model, string[]>();
      for (const blocker of plan.blockers.get(key) ?? [])
        byModel.set(blocker.model, [...(byModel.get(blocker.model) ?? []), blocker.key]);
      const by = await Promise.all(
        [...byModel].map(async ([of, list]) => ({
          model: of.name,
          count: list.length,
          named: await named(context, of, list),
        })),
      );
      return { id: Number(key), display: displays.get(key) ?? key, by, reasons: plan.refusals.get(key) ?? [] };
    }),
  );
  return { count: there.length, goes, cleared, refused };
}

/** Those of the keys that the asker may see, or may do something to, in their own order. */
async function visible(
  context: WriteContext,
  { model, action, keys }: { model: Model; action: string; keys: readonly string[] },
): Promise<string[]> {
  const parameters = [`{${keys.join(',')}}`];
  const may = and(context.permits(model, action), sharedWith(context.registry, model, context.asker));
  if (may.op === 'never') return [];
  const key = `t."${keyColumn(model)}"`;
  const where = whereSql(may, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select ${key} from "${model.table}" t where ${key} = any($1) and ${where} order by ${key}`,
    parameters,
  );
  return rows.map(([one]) => one!);
}

async function named(context: WriteContext, model: Model, keys: readonly string[]): Promise<NamedObject[]> {
  const seen = (await visible(context, { model, action: 'view', keys })).slice(0, few);
  const texts = await displayed(context, model, seen);
  return seen.map((key) => ({ id: Number(key), display: texts.get(key) ?? key }));
}

async function displayed(
  context: WriteContext,
  model: Model,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const reader = context.reader();
  return reader.load(reader.shapes.of(model, 'display'), keys);
}
