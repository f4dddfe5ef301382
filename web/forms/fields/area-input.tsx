import { Textarea } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';

/** Several lines: an address, a template, a list of pairs. */
export function AreaInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const code = field.widget !== 'lines';
  return (
    <Textarea
      id={id}
      name={field.name}
      size="xs"
      autosize
      minRows={code ? 3 : 2}
      maxRows={24}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
      spellCheck={!code}
      {...(code ? { styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } } } : {})}
    />
  );
}
