import type { Facts } from './labels.ts';

/** Values of custom fields, spelled as netbox-plugin-prometheus-sd does (Python's None, True and False). */
export function customFieldFacts(data: string | null): Facts {
  const values = JSON.parse(data ?? '{}') as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`custom_field_${name.toLowerCase()}`, spelled(value)]),
  );
}

function spelled(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
