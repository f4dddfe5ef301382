import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';

interface Found {
  readonly results: readonly { readonly id: string; readonly display: string }[];
}

/** One or several choices of a set that administrators made, or of a large one: asked of the server. */
export function CustomChoiceInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
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
    id,
    name: field.name,
    'aria-label': field.label,
    openOnFocus: false,
    size: 'xs',
    data: [...missing.map((one) => ({ value: one, label: one })), ...offered],
    searchable: true,
    onSearchChange: setSearch,
    error: invalid,
    disabled,
    'aria-describedby': describedBy,
    nothingFoundMessage: text('form.noChoice'),
    comboboxProps: { transitionProps: { duration: 0 } },
  };
  return multiple ? (
    <MultiSelect {...shared} hidePickedOptions value={[...held]} onChange={onChange} />
  ) : (
    <Select
      {...shared}
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
      value={held[0] ?? null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
