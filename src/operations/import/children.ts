import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { ImportRow } from './import-row.ts';

type Cells = Readonly<Record<string, unknown>>;

/** Objects below the rows of an import, of one model: the ports of a device type in the form that its library has. */
export interface Children {
  readonly child: Model;
  /** Their cells, the parent's key among them. */
  readonly below: readonly Cells[];
  /** The row that each lies below. */
  readonly parents: readonly ImportRow[];
}

/** The model whose objects a member such as `console-ports` of a row lists, and its relation back. */
function childOf(registry: Registry, model: Model, member: string): { child: Model; back: string } | undefined {
  const singular = member.replace(/[^a-z]/g, '').replace(/s$/, '');
  const child = registry.models.find((one) => one.app === model.app && one.model === `${singular}template`);
  const back =
    child && [...child.fields.values()].find(({ to, kind }) => to === model.name && kind.name === 'foreignKey');
  return child && back ? { child, back: back.name } : undefined;
}

const isList = (value: unknown): value is readonly Cells[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null);

/** The cells of a row without the lists of what lies below it. */
export function withoutChildren(registry: Registry, model: Model, cells: Cells): Cells {
  const entries = Object.entries(cells);
  const own = entries.filter(
    ([name, value]) => model.fields.has(name) || !childOf(registry, model, name) || !Array.isArray(value),
  );
  return own.length === entries.length ? cells : Object.fromEntries(own);
}

/** What lies below the rows that were made, those that others name first. */
export function childrenOf(
  registry: Registry,
  model: Model,
  rows: readonly ImportRow[],
  given: readonly Cells[],
): readonly Children[] {
  const found = new Map<Model, { below: Cells[]; parents: ImportRow[] }>();
  for (const row of rows)
    for (const [member, value] of Object.entries(given[row.index]!)) {
      if (model.fields.has(member) || !isList(value)) continue;
      const of = childOf(registry, model, member);
      if (!of) continue;
      const entry = found.get(of.child) ?? { below: [], parents: [] };
      found.set(of.child, entry);
      for (const cells of value) {
        entry.below.push({ ...cells, [`${of.back}.id`]: row.id });
        entry.parents.push(row);
      }
    }
  const naming = (one: Model, other: Model) => [...one.fields.values()].some(({ to }) => to === other.name);
  const order = [...found].toSorted(([a], [b]) => Number(naming(a, b)) - Number(naming(b, a)));
  // Ports in front are mapped to those in the rear by what is no plain relation.
  return order
    .toSorted(([a], [b]) => Number(a.fields.has('rear_ports')) - Number(b.fields.has('rear_ports')))
    .map(([child, { below, parents }]) => ({ child, below, parents }));
}
