import { HttpError } from '#base/http-error.ts';

/** Deeper nesting is nobody's data, and more than recursive readers have stack for. */
const deepest = 200;

/** A JSON body's value. Throws a 400 that says what is wrong, and where. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpError(400, 'JSON parse error - the body is not valid UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, `JSON parse error - ${(error as Error).message}`);
  }
  const fault = faultOf(value);
  if (fault) throw new HttpError(400, `JSON parse error - ${fault}`);
  return value;
}

/** What no reader behind this one shall meet. Without recursion, as the depth is not known yet. */
function faultOf(value: unknown): string | undefined {
  const open: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: inner, path } = next;
    if (typeof inner !== 'object' || inner === null) continue;
    if (path.length > deepest) return `${placeOf(path)} is nested more than ${deepest} levels deep`;
    if (Array.isArray(inner)) {
      for (const [index, one] of inner.entries())
        if (typeof one === 'object' && one !== null) open.push({ value: one, path: [...path, String(index)] });
      continue;
    }
    if (Object.hasOwn(inner, '__proto__')) return `the name __proto__ is not allowed in ${placeOf(path)}`;
    for (const [name, one] of Object.entries(inner))
      if (typeof one === 'object' && one !== null) open.push({ value: one, path: [...path, name] });
  }
  return undefined;
}

/** The field in which a place lies: the body's own, behind the number of its object where the body is a list. */
function placeOf(path: readonly string[]): string {
  const [first, second] = path;
  if (first === undefined) return 'the body';
  if (!/^\d+$/.test(first)) return `"${first}"`;
  return second === undefined || /^\d+$/.test(second) ? `object ${first}` : `"${second}" of object ${first}`;
}
