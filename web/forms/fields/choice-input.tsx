import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { Badge } from '../../values/badge.tsx';
import type { FieldProperties } from './field-properties.ts';
import { selectData } from './select-data.ts';
import { selectProperties } from './select-properties.ts';

/** One of some choices, found by typing where there are many. */
export function ChoiceInput(properties: FieldProperties) {
  const { field, value, onChange } = properties;
  const choices = field.choices ?? [];
  const data = useMemo(() => selectData(field.choices ?? []), [field.choices]);
  const colors = new Map(choices.flatMap(({ value, color }) => (color ? [[String(value), color] as const] : [])));
  return (
    <Select
      {...selectProperties(properties)}
      data={data}
      value={value === null || value === undefined || value === '' ? null : String(value)}
      onChange={(chosen) => onChange(chosen ?? '')}
      clearable={!field.required && (field.nullable === true || field.default === undefined)}
      selectFirstOptionOnChange
      maxDropdownHeight={300}
      limit={400}
      {...(colors.size > 0
        ? {
            renderOption: ({ option }: { option: { value: string; label: string } }) => (
              <Badge color={colors.get(option.value) ?? 'gray'}>{option.label}</Badge>
            ),
          }
        : {})}
    />
  );
}
