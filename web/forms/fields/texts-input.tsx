import { TagsInput } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';

/** Any number of texts; Enter or a comma ends one. */
export function TextsInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  return (
    <TagsInput
      id={id}
      name={field.name}
      size="xs"
      value={[...(value as readonly string[])]}
      onChange={onChange}
      splitChars={[',']}
      acceptValueOnBlur
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
    />
  );
}
