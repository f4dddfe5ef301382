import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import { chosenValue, selectData } from './select-data.ts';

/** Any of some choices. */
export function ChoicesInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const data = useMemo(() => selectData(field.choices ?? []), [field.choices]);
  return (
    <MultiSelect
      aria-label={field.label}
      openOnFocus={false}
      id={id}
      name={field.name}
      size="xs"
      data={data}
      value={(value as readonly unknown[]).map(String)}
      onChange={(chosen) => onChange(chosen.map((one) => chosenValue(field.choices ?? [], one)))}
      searchable
      hidePickedOptions
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
      nothingFoundMessage={text('form.noChoice')}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
