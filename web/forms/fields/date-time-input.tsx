import { TextInput } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';

/** A day, or a moment in the user's time zone. */
export function DateTimeInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  return (
    <TextInput
      id={id}
      name={field.name}
      type={field.widget === 'date' ? 'date' : 'datetime-local'}
      {...(field.widget === 'date' ? {} : { step: 1 })}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={invalid}
      disabled={disabled}
      required={field.required ?? false}
      aria-describedby={describedBy}
    />
  );
}
