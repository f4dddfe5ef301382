import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import type { FieldProperties } from './field-properties.ts';
import { selectProperties } from './select-properties.ts';

interface Found {
  readonly results: readonly { readonly id: string; readonly display: string }[];
}

/** One or several choices of a set that administrators made, or of a large one: asked of the server. */
export function CustomChoiceInput(properties: FieldProperties) {
  const { field, value, onChange } = properties;
  const { choicesAt = '', multiple } = field as typeof field & { choicesAt?: string; multiple?: boolean };
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 130);
  const address = `${choicesAt}?${new URLSearchParams({ limit: '100', ...(wanted ? { q: wanted } : {}) })}`;
  const found = useQuery({
    queryKey: ['customChoices', address],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Found>(address, { signal }),
  });
  const held = (multiple ? (value as readonly string[]) : [value ? String(value) : '']).filter(Boolean);
  const offered = (found.data?.results ?? []).map((one) => ({ value: String(one.id), label: one.display }));
  const missing = held.filter((one) => !offered.some((option) => option.value === one));
  const shared = {
    ...selectProperties(properties),
    data: [...missing.map((one) => ({ value: one, label: one })), ...offered],
    onSearchChange: setSearch,
  };
  return multiple ? (
    <MultiSelect {...shared} hidePickedOptions value={[...held]} onChange={onChange} />
  ) : (
    <Select
      {...shared}
      clearable={!field.required}
      value={held[0] ?? null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
