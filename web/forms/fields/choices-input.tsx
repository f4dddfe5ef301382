import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { FieldProperties } from './field-properties.ts';
import { chosenValue, selectData } from './select-data.ts';
import { selectProperties } from './select-properties.ts';

/** Any of some choices. */
export function ChoicesInput(properties: FieldProperties) {
  const { field, value, onChange } = properties;
  const data = useMemo(() => selectData(field.choices ?? []), [field.choices]);
  return (
    <MultiSelect
      {...selectProperties(properties)}
      data={data}
      value={(value as readonly unknown[]).map(String)}
      onChange={(chosen) => onChange(chosen.map((one) => chosenValue(field.choices ?? [], one)))}
      hidePickedOptions
    />
  );
}
