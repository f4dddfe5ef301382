/** A field that a change touched: what it was and what it became; undefined where it was not there. */
export interface Difference {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Data = Readonly<Record<string, unknown>>;

/** Fields whose values differ, objects inside told by their own fields: `custom_fields.color`. */
export function differences(before: unknown, after: unknown, prefix = ''): Difference[] {
  const [old, now] = [asData(before), asData(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    const [was, is] = [old[name], now[name]];
    const path = `${prefix}${name}`;
    if (isSame(was, is)) return [];
    if (isData(was) && isData(is)) return differences(was, is, `${path}.`);
    return [{ name: path, before: was, after: is }];
  });
}

/** Whether two values of JSON are the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isData(one) || !isData(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const asData = (value: unknown): Data => (isData(value) ? value : {});
