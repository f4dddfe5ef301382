import { TagsInput } from '@mantine/core';
import type { FieldProperties } from './field-properties.ts';

/** Protocols with their ports: `tcp/80`; what is typed as `tcp/80-82,443` becomes one of each. */
export function PortMappingsInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  return (
    <TagsInput
      id={id}
      name={field.name}
      size="xs"
      placeholder="tcp/443"
      value={[...(value as readonly string[])]}
      onChange={(entries) => onChange([...new Set(entries.flatMap(expand))])}
      splitChars={[' ']}
      acceptValueOnBlur
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
    />
  );
}

function expand(entry: string): string[] {
  const [, protocol, ports] = /^([a-z]+)\/([\d,-]+)$/i.exec(entry.trim()) ?? [];
  if (!protocol || !ports) return [entry.trim()];
  return ports.split(',').flatMap((part) => {
    const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(part) ?? [];
    if (!first || !last || Number(last) - Number(first) > 1024)
      return part ? [`${protocol.toLowerCase()}/${part}`] : [];
    const count = Math.max(0, Number(last) - Number(first)) + 1;
    return Array.from({ length: count }, (_, at) => `${protocol.toLowerCase()}/${Number(first) + at}`);
  });
}
