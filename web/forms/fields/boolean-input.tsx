import { Checkbox } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';

/** Yes or no. */
export function BooleanInput({ field, value, onChange, id, describedBy, disabled }: FieldProperties) {
  return (
    <Checkbox
      id={id}
      name={field.name}
      label={field.label}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
      disabled={disabled}
      aria-describedby={describedBy}
    />
  );
}
