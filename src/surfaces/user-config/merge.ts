type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first object with the second laid over it: members that are objects in both are merged, others replaced. */
export function merge(below: Mapping, above: Mapping): Mapping {
  const merged = new Map(Object.entries(below));
  for (const [name, value] of Object.entries(above)) {
    const old = merged.get(name);
    merged.set(name, isMapping(old) && isMapping(value) ? merge(old, value) : value);
  }
  return Object.fromEntries(merged);
}
