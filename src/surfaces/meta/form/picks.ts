import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { PickMeta, WithinMeta } from '../form-contract.ts';
import type { FilterIndex } from '../related.ts';

/** What a picker needs to know of the models around it. */
export interface PickParts {
  readonly registry: Registry;
  readonly filters: FilterIndex;
  /** The single relations of the form. */
  readonly relations: readonly Field[];
}

/**
 * How the list that a relation is picked from is narrowed by the form's other relations: by those that the picked
 * objects must have themselves (a rack has its site, an interface its device), and by those that lie inside one that
 * narrows already (a location in its site). Whatever else they share, such as a tenant, says nothing.
 */
export function picksOf(field: Field, { registry, filters, relations }: PickParts): PickMeta[] {
  const said = typeof field.form === 'object' ? field.form.pick : undefined;
  if (said) return Object.entries(said).map(([parameter, from]) => pickMeta(parameter, from));
  const target = registry.get(field.to!);
  if (field.kind.widget === 'tags') return byType.filter(({ parameter }) => has(filters, target, parameter));
  const shared = relations.filter(
    (one) =>
      one !== field && target.fields.get(one.name)?.to === one.to && parameterOf(filters, target, one) !== undefined,
  );
  const firm = shared.filter((one) => !target.fields.get(one.name)!.null);
  const inside = shared.filter(
    (one) => !firm.includes(one) && firm.some((outer) => partOf(registry.get(one.to!))?.to === outer.to),
  );
  return [...firm, ...inside].map((one) => ({ parameter: parameterOf(filters, target, one)!, field: one.name }));
}

/** Tags may be for some types of objects alone. */
const byType: readonly PickMeta[] = [{ parameter: 'for_object_type_id', objectType: true }];

/** What objects of the model are parts of: the first relation that they must have and go with. */
export function withinOf({ filters }: Pick<PickParts, 'filters'>, model: Model): WithinMeta | undefined {
  const owner = partOf(model);
  const parameter = owner && parameterOf(filters, model, owner);
  return owner && parameter ? { model: owner.to!, field: owner.name, parameter } : undefined;
}

/** A feed hangs on its panel as much as a port is part of its device: both can be the end of a cable. */
function partOf(model: Model): Field | undefined {
  const isEnd = model.fields.has('link_peers');
  return [...model.fields.values()].find(
    (field) => isSingle(field) && field.rest !== false && !field.null && (isEnd || field.onDelete === 'cascade'),
  );
}

const has = (filters: FilterIndex, target: Model, parameter: string) =>
  filters.get(target.name)?.some(({ name }) => name === parameter) === true;

const isSingle = ({ kind }: Field) => kind.name === 'foreignKey' || kind.name === 'oneToOne';

function parameterOf(filters: FilterIndex, target: Model, { name, to }: Field): string | undefined {
  const parameter = `${name}_id`;
  const filter = filters.get(target.name)?.find((one) => one.name === parameter);
  return filter?.model === to && filter?.attribute === 'id' ? parameter : undefined;
}

function pickMeta(parameter: string, from: string): PickMeta {
  if (from.startsWith('=')) return { parameter, value: from.slice(1) };
  const [generic, type] = from.split(':');
  const [app, name, part] = type?.split('.') ?? [];
  if (name) return { parameter, field: generic!, type: `${app}.${name}`, ...(part ? { part } : {}) };
  return from.endsWith('?') ? { parameter, field: from.slice(0, -1), orNull: true } : { parameter, field: from };
}
