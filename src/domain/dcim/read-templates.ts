import { storedColumns } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import type { ComponentKind } from './component-kinds.ts';

/** A template of a component: its columns. */
export type Template = ReadonlyMap<string, string | null>;

/** Templates of one kind, by the device type or module type that they belong to. */
export interface Templates {
  readonly kind: ComponentKind;
  readonly model: Model;
  readonly byType: ReadonlyMap<string, readonly Template[]>;
}

/** Templates of device types or module types: a statement that finds the kinds that there are, and one for each. */
export async function readTemplates(
  kinds: readonly ComponentKind[],
  { context, owner, types }: { context: WriteContext; owner: 'device_type' | 'module_type'; types: readonly string[] },
): Promise<readonly Templates[]> {
  if (types.length === 0) return [];
  const list = `{${[...new Set(types)].join(',')}}`;
  const present = await context.rows(
    kinds
      .map((kind) => `select '${kind}' where exists (select from dcim_${kind}template where ${owner}_id = any($1))`)
      .join(' union all '),
    [list],
  );
  const found = kinds.filter((kind) => present.some(([name]) => name === kind));
  return Promise.all(
    found.map(async (kind) => {
      const model = context.registry.get(`dcim.${kind}template`);
      const columns = storedColumns(model);
      // Parents before what is below them.
      const order = model.fields.has('path') ? 'nlevel(t.path), t.name, t.id' : 't.name, t.id';
      const rows = await context.rows(
        `select ${columns.map(({ name }) => `t."${name}"`).join(', ')} from ${model.table} t where t.${owner}_id = any($1) order by ${order}`,
        [list],
      );
      const byType = new Map<string, Template[]>();
      for (const row of rows) {
        const template = new Map(columns.map(({ name }, index) => [name, row[index] ?? null]));
        const type = template.get(`${owner}_id`)!;
        byType.set(type, [...(byType.get(type) ?? []), template]);
      }
      return { kind, model, byType };
    }),
  );
}
