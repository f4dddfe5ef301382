import type { Filter } from '#query/filters/filter.ts';
import { filtersOf } from '#query/filters/filters-of.ts';
import type { FilterKind } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { choicesOf } from './choices-of.ts';
import type { ChoiceMeta, FilterMeta, FilterView } from './contract.ts';
import { labelOf } from './label.ts';

const views: Readonly<Record<FilterKind, FilterView>> = {
  boolean: 'boolean',
  choice: 'choice',
  contentType: 'text',
  date: 'date',
  dateTime: 'dateTime',
  dateTimeRange: 'dateTime',
  decimal: 'decimal',
  duration: 'text',
  mac: 'text',
  multipleChoice: 'choice',
  number: 'number',
  numericArray: 'number',
  related: 'object',
  search: 'text',
  single: 'text',
  tag: 'object',
  tagId: 'object',
  text: 'text',
  timeZone: 'text',
  tree: 'object',
  uuid: 'text',
};

/** The filters of a model as the interface offers them, their lookups beside them; `q` is a field of its own there. */
export function filtersMeta(registry: Registry, model: Model): FilterMeta[] {
  const all = [...filtersOf(registry, model).values()];
  return all
    .filter(({ name, base, kind }) => name === base && kind !== 'search')
    .map((filter) => {
      const object = objectOf(registry, model, filter);
      const choices = object ? undefined : choicesFor(filter);
      const view = object ? 'object' : choices ? 'choice' : views[filter.kind];
      return {
        name: filter.name,
        label: labelOf(filter.name.replace(/_id$/, '')),
        // What names no known objects or choices is typed in.
        view: (view === 'choice' && !choices) || (view === 'object' && !object) ? 'text' : view,
        lookups: all.flatMap(({ name, base }) =>
          base === filter.name && name !== base ? [name.slice(base.length + 2)] : [],
        ),
        ...object,
        ...(choices ? { choices } : {}),
      };
    });
}

/** The model and attribute that the filter's values name, where they name objects. */
function objectOf(registry: Registry, model: Model, { name, kind, to, by, path }: Filter) {
  if (views[kind] === 'object') return to && { model: to.name, attribute: by ?? 'id' };
  if (path || !name.endsWith('_id')) return undefined;
  // A behaviour that takes ids: of what, its name tells.
  const base = name.slice(0, -3);
  const target =
    model.fields.get(base)?.to ??
    registry.models.find((one) => one.rest && one.model === base.replaceAll('_', ''))?.name;
  return target ? { model: target, attribute: 'id' } : undefined;
}

function choicesFor({ choices, path }: Filter): readonly ChoiceMeta[] | undefined {
  const labelled = path?.field && choicesOf(path.field);
  return choices?.map((value) => labelled?.find((choice) => choice.value === value) ?? { value, label: String(value) });
}
