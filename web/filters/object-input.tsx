import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import { chosenObjectsQuery } from './chosen-objects-query.ts';
import type { FilterInputProperties } from './filter-input-properties.ts';
import { PickList } from './pick-list.tsx';
import { TextValuesInput } from './text-values-input.tsx';

/** Related objects, searched for on the server. */
export function ObjectInput(properties: FilterInputProperties) {
  const { meta, values, onChange } = properties;
  const model = useModels().byId.get(meta.model ?? '');
  const attribute = meta.attribute ?? 'id';
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 150);
  const parameters = new URLSearchParams({ brief: 'true', limit: '50', ...(wanted ? { q: wanted } : {}) });
  const found = useQuery({
    queryKey: ['pick', model?.id, wanted],
    enabled: model !== undefined,
    // What another model's list has is nothing to choose here.
    placeholderData: (previous: RestList | undefined, query) =>
      query?.queryKey[1] === model?.id ? previous : undefined,
    queryFn: ({ signal }) => request<RestList>(`/api/${model?.api}/?${parameters}`, { signal }),
  });
  const chosen = useQuery(chosenObjectsQuery(model, attribute, values));
  if (!model) return <TextValuesInput {...properties} />;
  const results = found.data?.results ?? [];
  const missing = (chosen.data ?? []).filter((one) => !wanted && !results.some((other) => other.id === one.id));
  const options = [...missing, ...results].map((object) => {
    const value = String(object[attribute] ?? object.id);
    return {
      key: String(object.id),
      label: String(object.display),
      hint: typeof object.description === 'string' ? object.description : undefined,
      chosen: values.includes(value),
      value,
    };
  });
  return (
    <PickList
      label={text('filter.pick', { plural: model.plural })}
      options={options}
      none={found.isPending ? text('app.loading') : text('filter.noObject')}
      onSearch={setSearch}
      onPick={(value) => onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])}
    />
  );
}
