import { useMemo } from 'react';
import type { FilterMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import { PickList } from './pick-list.tsx';

interface Properties {
  readonly model: ModelMeta;
  readonly onPick: (filter: FilterMeta) => void;
}

/** Every filter of the model; the model's own fields first, in their order. */
export function FilterPicker({ model, onPick }: Properties) {
  const filters = useMemo(() => ordered(model), [model]);
  return (
    <PickList
      label={text('filter.find')}
      options={filters.map((filter) => ({ key: filter.name, label: filter.label, hint: filter.name, value: filter }))}
      none={text('filter.none')}
      onPick={onPick}
    />
  );
}

function ordered(model: ModelMeta): FilterMeta[] {
  const names = new Set(model.filters.map((filter) => filter.name));
  const position = new Map(model.fields.map((field, index) => [field.name, index]));
  const rank = (filter: FilterMeta) => position.get(filter.name.replace(/_id$/, '')) ?? Number.MAX_SAFE_INTEGER;
  return (
    model.filters
      // `site` (by slug) is the same filter as `site_id`, which the picker sets.
      .filter((filter) => !(filter.view === 'object' && names.has(`${filter.name}_id`)))
      .toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label))
  );
}
