import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { text } from '../../texts/text.ts';
import { Badge } from '../../values/badge.tsx';
import type { FieldProperties } from './field-properties.ts';
import { selectData } from './select-data.ts';

/** One of some choices, found by typing where there are many. */
export function ChoiceInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const choices = field.choices ?? [];
  const data = useMemo(() => selectData(field.choices ?? []), [field.choices]);
  const colors = new Map(choices.flatMap(({ value, color }) => (color ? [[String(value), color] as const] : [])));
  return (
    <Select
      aria-label={field.label}
      openOnFocus={false}
      id={id}
      name={field.name}
      size="xs"
      data={data}
      value={value === null || value === undefined || value === '' ? null : String(value)}
      onChange={(chosen) => onChange(chosen ?? '')}
      searchable
      clearable={!field.required && (field.nullable === true || field.default === undefined)}
      clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
      selectFirstOptionOnChange
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
      nothingFoundMessage={text('form.noChoice')}
      maxDropdownHeight={300}
      limit={400}
      comboboxProps={{ transitionProps: { duration: 0 } }}
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
