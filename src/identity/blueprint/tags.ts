import { mergeClaims } from '#identity/claims/merge-claims.ts';
import type { Item, TagCall } from './resolve-tags.ts';
import { isRecord, Tagged } from './tagged.ts';

type Tag = (call: TagCall) => unknown;

/** authentik's tags, by what stands in the file. */
export const tags: Readonly<Record<string, Tag>> = {
  '!KeyOf': ({ value, sources, fail }) =>
    sources.keyOf(String(value)) ?? fail(`finds no entry before this one with the id ${String(value)}.`),
  '!Env': (call) => withDefault(call, (name) => call.sources.environment[name] || undefined),
  '!Context': (call) => withDefault(call, (name) => call.resolve(call.sources.context[name])),
  '!File': (call) => withDefault(call, async (path) => (await call.sources.readFile(path))?.trim()),
  '!Find': async (call) => call.sources.find(...(await conditionsOf(call))),
  '!FindObject': async (call) => call.sources.findObject(...(await conditionsOf(call))),
  '!Format': async ({ value, resolve, fail }) => {
    const [text, ...parts] = (await resolve(atLeast(1, value) ?? fail('takes [text, value, …].'))) as unknown[];
    return format(String(text), parts) ?? fail(`has not as many values as "${String(text)}" has places.`);
  },
  '!If': async ({ value, resolve }) => {
    if (!Array.isArray(value)) return truthy(await resolve(value));
    const [condition, then = true, otherwise = false] = value as unknown[];
    return resolve(truthy(await resolve(condition)) ? then : otherwise);
  },
  '!Condition': async ({ value, resolve, fail }) => {
    const given = atLeast(2, value) ?? fail('takes [AND or another mode, value, …].');
    const [mode, ...values] = (await resolve(given)) as unknown[];
    return combine(String(mode).toUpperCase(), values.map(truthy)) ?? fail(`knows no mode ${String(mode)}.`);
  },
  '!ParseJSON': async ({ value, resolve, fail }) => {
    const text = String(await resolve(value));
    try {
      return JSON.parse(text);
    } catch (error) {
      return fail((error as Error).message);
    }
  },
  '!Enumerate': enumerate,
  '!Index': (call) => enumerated(call).index,
  '!Value': (call) => enumerated(call).value,
  '!AtIndex': async ({ value, resolve, fail }) => {
    const given = atLeast(2, value) ?? fail('takes [list or mapping, index, default].');
    const [whole, index, ...fallback] = (await resolve(given)) as unknown[];
    const found = Array.isArray(whole)
      ? Number.isInteger(index)
        ? whole.at(index as number)
        : fail(`takes a whole number as the index of a list, not ${String(index)}.`)
      : isRecord(whole) && Object.hasOwn(whole, String(index))
        ? whole[String(index)]
        : undefined;
    if (found !== undefined) return found;
    return fallback.length > 0 ? fallback[0] : fail(`finds nothing at ${String(index)}.`);
  },
};

/** What Python takes for true. */
export function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

const atLeast = (count: number, value: unknown): unknown[] | undefined =>
  Array.isArray(value) && value.length >= count ? value : undefined;

/** `!Tag name` or `!Tag [name, default]`. */
async function withDefault({ value, resolve }: TagCall, find: (name: string) => unknown): Promise<unknown> {
  const [name, fallback] = Array.isArray(value) ? value : [value];
  return (await find(String(await resolve(name)))) ?? (await resolve(fallback)) ?? null;
}

async function conditionsOf({ value, resolve, fail }: TagCall): Promise<[string, [string, unknown][]]> {
  const form = 'takes [model, [field, value], …].';
  const [model, ...pairs] = (await resolve(atLeast(2, value) ?? fail(form))) as unknown[];
  if (!pairs.every((pair) => Array.isArray(pair) && pair.length === 2)) return fail(form);
  return [String(model), pairs as [string, unknown][]];
}

/** Python's `%` with what blueprints use of it: %s, %d and %%. */
function format(text: string, parts: readonly unknown[]): string | undefined {
  let used = 0;
  const filled = text.replace(/%[sd%]/g, (place) => (place === '%%' ? '%' : String(parts[used++])));
  return used === parts.length ? filled : undefined;
}

function combine(mode: string, values: readonly boolean[]): boolean | undefined {
  const odd = values.filter(Boolean).length % 2 === 1;
  switch (mode) {
    case 'AND':
      return values.every(Boolean);
    case 'NAND':
      return !values.every(Boolean);
    case 'OR':
      return values.some(Boolean);
    case 'NOR':
      return !values.some(Boolean);
    case 'XOR':
      return odd;
    case 'XNOR':
      return !odd;
    default:
      return undefined;
  }
}

/** `[list or mapping, SEQ or MAP, body]`: the body once for each item, as a list, or merged into a mapping. */
async function enumerate({ value, resolve, fail }: TagCall): Promise<unknown> {
  if (!Array.isArray(value) || value.length !== 3) return fail('takes [list or mapping, SEQ or MAP, body].');
  const [over, kind, body] = value as unknown[];
  if (over instanceof Tagged && ['!Index', '!Value'].includes(over.tag) && Number(over.value) === 0)
    return fail('is asked to go through its own items: what is around it has the depth 1.');
  const whole = await resolve(over, null);
  if (!Array.isArray(whole) && !isRecord(whole)) return fail('goes through lists and mappings alone.');
  const output = String(await resolve(kind)).toUpperCase();
  if (output !== 'SEQ' && output !== 'MAP') return fail(`gives SEQ or MAP, not ${output}.`);
  const list: unknown[] = [];
  let mapping: Record<string, unknown> = {};
  for (const item of itemsOf(whole)) {
    const given = await resolve(body, item);
    if (output === 'SEQ') list.push(given);
    else mapping = mergeClaims(mapping, asMapping(given) ?? fail('makes a MAP of mappings and of pairs alone.'));
  }
  return output === 'SEQ' ? list : mapping;
}

const itemsOf = (whole: unknown[] | Record<string, unknown>): Item[] =>
  Array.isArray(whole)
    ? whole.map((value, index) => ({ index, value }))
    : Object.entries(whole).map(([index, value]) => ({ index, value }));

function asMapping(given: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(given)) return given.length === 2 ? Object.fromEntries([[String(given[0]), given[1]]]) : undefined;
  return isRecord(given) ? given : undefined;
}

/** What the enumeration is at that stands so many levels above, 0 being the nearest. */
function enumerated({ value, sources: { items = [] }, fail }: TagCall): Item {
  if (!/^\d+$/.test(String(value))) return fail('takes a depth: 0, 1 …');
  if (items.length === 0) return fail('has a meaning within !Enumerate alone.');
  const item = items[items.length - 1 - Number(value)];
  if (item === undefined) return fail(`goes ${String(value)} up, and there are ${items.length} around it.`);
  return item ?? fail('stands in what is to be enumerated: what is around that has a greater depth.');
}
