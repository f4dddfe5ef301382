/** The value at a path through nested objects: `device_type`, `manufacturer`. */
export function valueAt(object: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined,
    object,
  );
}
