import { label } from '../texts/label.ts';
import type { ValueProperties } from './value-properties.ts';

/** A list of plain values or choices: `1, 2, 3`; ranges as `100–199`. */
export function ListView({ value }: ValueProperties) {
  return <>{(value as readonly unknown[]).map(item).join(', ')}</>;
}

function item(value: unknown): string {
  if (Array.isArray(value)) return value.map(item).join('–');
  if (typeof value !== 'object' || value === null) return String(value);
  const { label: english, start, end } = value as { label?: unknown; start?: unknown; end?: unknown };
  if (english !== undefined) return label(String(english));
  return start !== undefined ? `${start}–${end}` : JSON.stringify(value);
}
