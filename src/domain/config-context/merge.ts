/** A JSON object. Objects made here have no prototype, so that any key is just a key. */
export type JsonObject = { [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Merges `later` over `earlier`, member by member. Objects merge deeply, unless the later one is empty, which replaces
 * as any other value does; lists replace lists.
 */
export function merge(earlier: JsonObject, later: JsonObject): JsonObject {
  const merged: JsonObject = Object.assign(Object.create(null), earlier);
  for (const [key, value] of Object.entries(later)) {
    const before = Object.hasOwn(earlier, key) ? earlier[key] : undefined;
    merged[key] = isObject(before) && isObject(value) && Object.keys(value).length > 0 ? merge(before, value) : value;
  }
  return merged;
}
