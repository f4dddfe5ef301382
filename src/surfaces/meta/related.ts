import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { FilterMeta, RelatedMeta } from './contract.ts';
import { navigation } from './navigation.ts';
import { restFields } from './rest-fields.ts';
import { summaryOf } from './summary.ts';

/** The filters of each model, by name. */
export type FilterIndex = ReadonlyMap<string, readonly FilterMeta[]>;

/**
 * The lists that an object of the model leads to: of every model that has a filter taking its id, through a relation of
 * its own that points here or, without one, through a filter that is called like this model (`site_id` of interfaces).
 */
export function relatedOf(registry: Registry, model: Model, filters: FilterIndex): RelatedMeta[] {
  const counters = restFields(model).filter((field) => field.counts);
  const related = registry.models.flatMap((other) => {
    if (!summaryOf(other) || other.public === false) return [];
    const candidates = (filters.get(other.name) ?? []).filter(
      ({ view, attribute, model: target }) => view === 'object' && attribute === 'id' && target === model.name,
    );
    const direct = candidates.filter(({ name }) => other.fields.get(baseOf(name))?.to === model.name);
    const named = candidates.filter((filter) => eponymous(filter, model));
    const chosen = (direct.length > 0 ? direct : named).filter(
      ({ name }, _, all) => !all.some((one) => one.name === `${name}_id`),
    );
    return chosen.map((filter) => {
      const counter = counters.find((field) => counted(field, other, filter, chosen));
      return {
        model: other.name,
        filter: filter.name,
        label:
          eponymous(filter, model) || chosen.length === 1
            ? capitalized(other.plural)
            : `${capitalized(other.plural)} (${filter.label})`,
        ...(counter ? { count: counter.name } : {}),
      };
    });
  });
  // The lists that the menu has a key for matter most, then what the model itself counts, in its own order.
  const place = ({ model: name, count }: RelatedMeta) =>
    (prominent.has(name) ? 0 : 1000) + Math.min(counters.findIndex((field) => field.name === count) >>> 0, 999);
  return related.toSorted((a, b) => place(a) - place(b));
}

const prominent = new Set(
  navigation.flatMap(({ groups }) =>
    Object.values(groups).flatMap((lines) => lines.flatMap(([name, , key]) => (key ? [name] : []))),
  ),
);

/** The lists behind the model's counts, by the field that counts. */
export function countsOf(related: readonly RelatedMeta[]): Map<string, RelatedMeta> {
  return new Map(related.flatMap(({ count, ...list }) => (count ? [[count, list] as const] : [])));
}

function counted(field: Field, other: Model, filter: FilterMeta, chosen: readonly FilterMeta[]): boolean {
  if (field.counts !== other.name) return false;
  return chosen.length === 1 || baseOf(filter.name) === field.via;
}

const eponymous = ({ name }: FilterMeta, { model }: Model) => baseOf(name).replaceAll('_', '') === model;
const baseOf = (filter: string) => filter.replace(/_id$/, '');
const capitalized = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
