import type { Model } from '#registry/model.ts';
import { clearRelation, isSilent } from './clear-relation.ts';
import type { DeletionPlan } from './deletion-plan.ts';
import { Draft } from './draft.ts';
import { pairTables } from './pair-tables.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

/**
 * Relations between objects that go together: NetBox deletes them one after the other and logs, before its own
 * deletion, a change of each object that points at one that goes earlier. They are emptied, and these changes noted.
 */
export async function emptyBeforeDeletion(context: WriteContext, plan: DeletionPlan): Promise<void> {
  const places = new Map(deletionOrder(plan).map((model, place) => [model, place]));
  const isEarlier = (model: Model, key: string, than: Model, thanKey: string): boolean =>
    model === than ? BigInt(key) < BigInt(thanKey) : places.get(model)! < places.get(than)!;

  // ---- Relations of one
  for (const { model, field, to, targets } of plan.cleared.values()) {
    const going = plan.rows.get(model);
    // Relations that nobody but us fills have no way back in NetBox, which walks along ways back.
    const isWalked = !isSilent(field) && field.editable !== false;
    if (!going || !isWalked || !model.features?.includes('changeLogging')) continue;
    const keys = [...targets].flatMap(([key, target]) =>
      going.has(key) && isEarlier(to, target, model, key) ? [key] : [],
    );
    if (keys.length === 0) continue;
    await clearRelation(context, { model, field, keys });
    await context.changes.close(model, keys, context, { loaded: true });
  }

  // ---- Relations of many
  for (const [model, rows] of plan.rows)
    for (const { table, own, other, holder } of pairTables(context.registry, model)) {
      const holders = holder?.features?.includes('changeLogging') ? plan.rows.get(holder) : undefined;
      if (!holder || !holders) continue;
      const pairs = await context.rows(
        `select ${own}, ${other} from ${table} where ${own} = any($1::bigint[]) and ${other} = any($2::bigint[])`,
        [`{${[...rows.keys()].join(',')}}`, `{${[...holders.keys()].join(',')}}`],
      );
      const earlier = pairs.filter(([one, of]) => isEarlier(model, one!, holder, of!));
      if (earlier.length === 0) continue;
      const keys = [...new Set(earlier.map(([, of]) => of!))];
      await context.changes.remember(holder, keys, context);
      await context.rows(
        `delete from ${table} p using unnest($1::bigint[], $2::bigint[]) w(a, b) where p.${own} = w.a and p.${other} = w.b`,
        [`{${earlier.map(([one]) => one).join(',')}}`, `{${earlier.map(([, of]) => of).join(',')}}`],
      );
      for (const [key, before] of await storedRows(context, holder, keys))
        context.changes.note(new Draft({ model: holder, position: 0, input: {}, key, before }));
      await context.changes.close(holder, keys, context);
    }
}

/**
 * The order in which Django deletes: models as they were reached, each once those have gone whose objects can't be
 * without its own; as they were reached where there is no such order. Within a model by key.
 */
function deletionOrder({ rows, needed }: DeletionPlan): readonly Model[] {
  const models = [...rows.keys()];
  const order = new Set<Model>();
  while (order.size < models.length) {
    const before = order.size;
    for (const model of models)
      if (!order.has(model) && [...(needed.get(model) ?? [])].every((one) => order.has(one))) order.add(model);
    if (order.size === before) return models;
  }
  return [...order];
}
