import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useModels } from '../../meta/use-models.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';

/** Models, by their names: one or any number of them. */
export function ObjectTypesInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const { index } = useModels();
  const data = useMemo(
    () =>
      index.apps.map(({ name, label }) => ({
        group: label,
        items: index.models
          .filter(({ app }) => app === name)
          .map(({ id: model, label: called }) => ({ value: model, label: capitalize(called) })),
      })),
    [index],
  );
  const shared = {
    id,
    name: field.name,
    'aria-label': field.label,
    openOnFocus: false,
    size: 'xs',
    data,
    searchable: true,
    error: invalid,
    disabled,
    'aria-describedby': describedBy,
    nothingFoundMessage: text('form.noChoice'),
    maxDropdownHeight: 300,
    comboboxProps: { transitionProps: { duration: 0 } },
  };
  return field.widget === 'objectTypes' ? (
    <MultiSelect {...shared} hidePickedOptions value={[...(value as readonly string[])]} onChange={onChange} />
  ) : (
    <Select
      {...shared}
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
      value={value ? String(value) : null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
