import type { ValueProperties } from './value-properties.ts';

/** A list of plain values or choices: `1, 2, 3`; ranges as `100–199`. */
export function ListView({ value }: ValueProperties) {
  return <>{(value as readonly unknown[]).map(item).join(', ')}</>;
}

function item(value: unknown): string {
  if (Array.isArray(value)) return value.map(item).join('–');
  if (typeof value !== 'object' || value === null) return String(value);
  const { label, start, end } = value as { label?: unknown; start?: unknown; end?: unknown };
  if (label !== undefined) return String(label);
  return start !== undefined ? `${start}–${end}` : JSON.stringify(value);
}
