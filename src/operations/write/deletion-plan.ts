import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Text } from './draft.ts';
import type { Deleted } from './rules.ts';
import { rulesOf } from './rules-of.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

export type Rows = Map<string, ReadonlyMap<string, Text>>;

/** Everything that one deletion takes: rows by model, in the order in which they were reached. */
export interface DeletionPlan {
  readonly rows: Map<Model, Rows>;
  /** Objects that can be without the deleted one they point at: model, field, keys; and what they point at, by key. */
  readonly cleared: Map<string, Cleared>;
  /** Models whose rows can't be without those of the given one, and so go before. */
  readonly needed: Map<Model, Set<Model>>;
  /** Objects that forbid the deletion of the given key. */
  readonly blockers: Map<string, Blocker[]>;
  /** Why rules forbid it, by the given key. */
  readonly refusals: Map<string, string[]>;
}

export interface Cleared {
  readonly model: Model;
  readonly field: Field;
  readonly keys: Set<string>;
  /** The model that is pointed at, and the key of its object by the pointing one's. */
  readonly to: Model;
  readonly targets: Map<string, string>;
}

export interface Blocker {
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
 * What the deletion of objects would take along, empty and be refused for. Statements grow with the models reached, not
 * with the rows. `lock` keeps the rows from others until the transaction ends.
 */
export async function planDeletion(
  context: WriteContext,
  { model, keys, lock }: { model: Model; keys: readonly string[]; lock: boolean },
): Promise<DeletionPlan> {
  // ---- What goes, what is emptied, what forbids
  const plan: DeletionPlan = {
    rows: new Map(),
    cleared: new Map(),
    needed: new Map(),
    blockers: new Map(),
    refusals: new Map(),
  };
  const roots = new Map(keys.map((key) => [key, key]));
  await collect(context, plan, { model, roots, lock });
  for (const [root, list] of plan.blockers) {
    const left = list.filter(({ model: of, key, restricts }) => !(restricts && plan.rows.get(of)?.has(key)));
    if (left.length > 0) plan.blockers.set(root, left);
    else plan.blockers.delete(root);
  }

  // ---- What rules say
  for (const [of, rows] of plan.rows)
    for (const rules of rulesOf(context.rules, of))
      for (const [key, text] of (await rules.mayDelete?.(asDeleted(rows), { model: of, context })) ?? []) {
        const root = of === model && keys.includes(key) ? key : keys[0]!;
        plan.refusals.set(root, [...(plan.refusals.get(root) ?? []), text]);
      }
  return plan;
}

export const asDeleted = (rows: Rows): Deleted[] => [...rows].map(([key, columns]) => ({ key, columns }));

/** Adds objects to the plan with all that goes with them. `roots` tells for which of the asked objects each goes. */
async function collect(
  context: WriteContext,
  plan: DeletionPlan,
  { model, roots, lock }: { model: Model; roots: ReadonlyMap<string, string>; lock: boolean },
): Promise<void> {
  const known = plan.rows.get(model) ?? new Map<string, ReadonlyMap<string, Text>>();
  const fresh = [...roots.keys()].filter((key) => !known.has(key));
  if (fresh.length === 0) return;
  plan.rows.set(model, known);
  for (const [key, row] of await storedRows(context, model, fresh, { lock })) known.set(key, row);
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
        if (!field.null) plan.needed.set(model, new Set([...(plan.needed.get(model) ?? []), of]));
        await collect(context, plan, {
          model: of,
          roots: new Map(rows.map(([key, to]) => [key!, roots.get(to!)!])),
          lock,
        });
        break;
      case 'set null': {
        const id = `${of.name} ${field.name}`;
        const entry = plan.cleared.get(id) ?? { model: of, field, keys: new Set(), to: model, targets: new Map() };
        for (const [key, target] of rows) {
          entry.keys.add(key!);
          entry.targets.set(key!, target!);
        }
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
      await collect(context, plan, {
        model: dependant,
        roots: new Map(rows.map(([key, to]) => [key!, roots.get(to!)!])),
        lock,
      });
  }
}
