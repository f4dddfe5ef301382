import type { View } from '../meta/contract.ts';

type Value = unknown;
type Shown = Readonly<Record<string, unknown>>;

const isObject = (value: Value): value is Shown => typeof value === 'object' && value !== null && !Array.isArray(value);

/** How values are written into a file where that differs from what they are, by how they are shown. */
const writers: Partial<Record<View, (value: Value) => string>> = {
  boolean: (value) => (value === true ? 'True' : 'False'),
  color: (value) => (value === '' ? '' : `#${value}`),
  // The form of Python's isoformat(), which NetBox's exports have.
  dateTime: (value) => String(value).replace(/Z$/, '+00:00'),
  tags: (value) => (value as readonly Shown[]).map(({ name }) => name).join(','),
};

/** A value as REST serves it, as the text of a table's cell. */
export function cellText(value: Value, view: View): string {
  if (value === null || value === undefined) return '';
  return writers[view]?.(value) ?? plain(value);
}

function plain(value: Value): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (!isObject(value)) return String(value);
  if ('label' in value && 'value' in value) return String(value.label);
  if (typeof value.display === 'string') return value.display;
  return JSON.stringify(value);
}
