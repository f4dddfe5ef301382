import { Select } from '@mantine/core';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';

/** Yes, no, or not said. */
export function TriStateInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  return (
    <Select
      aria-label={field.label}
      openOnFocus={false}
      id={id}
      name={field.name}
      size="xs"
      data={[
        { value: 'true', label: text('value.yes') },
        { value: 'false', label: text('value.no') },
      ]}
      value={value === '' ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? '' : chosen === 'true')}
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
