import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Draft, Text } from './draft.ts';
import type { WriteContext } from './write-context.ts';

/** A counter column that a model's rows are counted in. */
interface Counter {
  readonly parent: Model;
  readonly column: string;
  /** The counted rows' column that points at the parent. */
  readonly via: string;
}

const made = new WeakMap<Registry, Map<string, Counter[]>>();

function countersOf(registry: Registry, counted: Model): readonly Counter[] {
  let all = made.get(registry);
  if (!all) {
    all = new Map();
    for (const parent of registry.models)
      for (const field of parent.fields.values())
        if (field.kind.name === 'counter') {
          const via = fieldNamed(registry.get(field.counts!), field.via!);
          if (!via) throw new Error(`${parent.name}.${field.name} counts by ${field.via}, which ${field.counts} lacks`);
          const list = all.get(field.counts!) ?? [];
          list.push({ parent, column: columnOf(field)!, via: columnOf(via)! });
          all.set(field.counts!, list);
        }
    made.set(registry, all);
  }
  return all.get(counted.name) ?? [];
}

async function add(context: WriteContext, { parent, column }: Counter, deltas: Map<string, number>): Promise<void> {
  const changes = [...deltas].filter(([, delta]) => delta !== 0);
  if (changes.length === 0) return;
  await context.rows(
    `update ${parent.table} p set "${column}" = p."${column}" + v.delta from unnest($1::bigint[], $2::bigint[]) v(id, delta) where p.${keyColumn(parent)} = v.id`,
    [`{${changes.map(([key]) => key).join(',')}}`, `{${changes.map(([, delta]) => delta).join(',')}}`],
  );
}

const bump = (deltas: Map<string, number>, key: Text | undefined, by: number): void => {
  if (key) deltas.set(key, (deltas.get(key) ?? 0) + by);
};

/** Keeps the counters of parents right after drafts are written: one statement a counter. */
export async function countChanges(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  for (const counter of countersOf(context.registry, model)) {
    const deltas = new Map<string, number>();
    for (const draft of drafts) {
      const was = draft.before?.get(counter.via) ?? null;
      const is = draft.columns.get(counter.via) ?? null;
      if (was === is) continue;
      bump(deltas, was, -1);
      bump(deltas, is, 1);
    }
    await add(context, counter, deltas);
  }
}

/** Keeps the counters of parents right after rows are deleted. */
export async function countDeleted(
  context: WriteContext,
  model: Model,
  rows: Iterable<ReadonlyMap<string, Text>>,
): Promise<void> {
  const gone = [...rows];
  for (const counter of countersOf(context.registry, model)) {
    const deltas = new Map<string, number>();
    for (const row of gone) bump(deltas, row.get(counter.via), -1);
    await add(context, counter, deltas);
  }
}
