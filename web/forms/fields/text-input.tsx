import { TextInput as Base } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';

const types = { email: 'email', url: 'url', date: 'date' } as const;
const monospace = new Set(['address', 'mac', 'network', 'wwn', 'ranges', 'numbers']);
const hints: Readonly<Record<string, string>> = {
  address: '192.0.2.1/24',
  mac: '00:53:00:12:34:56',
  network: '192.0.2.0/24',
  numbers: '1-4, 7',
  ranges: '100-199, 300',
  wwn: '50:00:00:00:00:00:00:01',
};

/** A line of text, or what the browser knows to ask for as one. */
export function TextInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const { widget } = field;
  return (
    <Base
      id={id}
      name={field.name}
      type={types[widget as keyof typeof types] ?? 'text'}
      inputMode={widget === 'number' ? 'numeric' : widget === 'decimal' ? 'decimal' : undefined}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={invalid}
      disabled={disabled}
      required={field.required ?? false}
      withAsterisk={false}
      aria-describedby={describedBy}
      placeholder={hints[widget]}
      autoComplete="off"
      spellCheck={widget === 'text' ? undefined : false}
      {...(monospace.has(widget) ? { styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } } : {})}
    />
  );
}
