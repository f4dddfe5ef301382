type Claims = Record<string, unknown>;

/**
 * Puts one mapping's claims upon those before it, as authentik does: objects are merged, lists follow one another, of
 * anything else the later one holds.
 */
export function mergeClaims(before: Claims, later: Claims): Claims {
  const merged = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(later)) merged.set(name, mergeValues(merged.get(name), value));
  return Object.fromEntries(merged);
}

function mergeValues(before: unknown, later: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(later)) return [...before, ...later];
  if (isObject(before) && isObject(later)) return mergeClaims(before, later);
  return later;
}

/** Whether a value can be claims at all. */
export const isObject = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
