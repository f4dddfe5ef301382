import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useModels } from '../../meta/use-models.ts';
import { capitalize } from '../../texts/capitalize.ts';
import type { FieldProperties } from './field-properties.ts';
import { selectProperties } from './select-properties.ts';

/** Models, by their names: one or any number of them. */
export function ObjectTypesInput(properties: FieldProperties) {
  const { field, value, onChange } = properties;
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
    ...selectProperties(properties),
    data,
    maxDropdownHeight: 300,
  };
  return field.widget === 'objectTypes' ? (
    <MultiSelect {...shared} hidePickedOptions value={[...(value as readonly string[])]} onChange={onChange} />
  ) : (
    <Select
      {...shared}
      clearable={!field.required}
      value={value ? String(value) : null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
