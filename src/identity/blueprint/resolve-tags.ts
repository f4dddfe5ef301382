import { BlueprintError } from './blueprint-error.ts';
import { isRecord, Tagged } from './read-blueprint.ts';

/** What the tags of a blueprint refer to. */
export interface TagSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** The object of an entry before, by the entry's id. */
  keyOf(id: string): unknown;
  /** The first object of a model with these values; null where there is none. */
  find(model: string, conditions: readonly (readonly [string, unknown])[]): Promise<unknown>;
}

/** A value with what its tags stand for in their place. Throws a BlueprintError that names the line. */
export async function resolveTags(value: unknown, sources: TagSources): Promise<unknown> {
  if (value instanceof Tagged) return resolveTag(value, sources);
  if (Array.isArray(value)) return all(value, sources);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const values = await all(Object.values(value), sources);
  return Object.fromEntries(entries.map(([name], index) => [name, values[index]]));
}

async function resolveTag({ tag, value, line }: Tagged, sources: TagSources): Promise<unknown> {
  const fail = (reason: string): never => {
    throw new BlueprintError(`line ${line}: ${tag} ${reason}`);
  };
  switch (tag) {
    case '!KeyOf': {
      const id = sources.keyOf(String(value));
      return id ?? fail(`finds no entry before this one with the id ${String(value)}.`);
    }
    case '!Env': {
      const [name, fallback] = Array.isArray(value) ? await all(value, sources) : [value, null];
      return sources.environment[String(name)] ?? fallback ?? null;
    }
    case '!Context': {
      const [name, fallback] = Array.isArray(value) ? await all(value, sources) : [value, null];
      const found = sources.context[String(name)];
      return found === undefined ? (fallback ?? null) : resolveTags(found, sources);
    }
    case '!Find': {
      if (!Array.isArray(value) || value.length < 2) return fail('takes [model, [field, value], …].');
      const [model, ...pairs] = await all(value, sources);
      if (!pairs.every((pair) => Array.isArray(pair) && pair.length === 2))
        return fail('takes [model, [field, value], …].');
      return sources.find(String(model), pairs as [string, unknown][]);
    }
    case '!Format': {
      if (!Array.isArray(value) || value.length === 0) return fail('takes [text, value, …].');
      const [text, ...parts] = await all(value, sources);
      return format(String(text), parts) ?? fail(`has not as many values as "${String(text)}" has places.`);
    }
    case '!If': {
      if (!Array.isArray(value)) return truthy(await resolveTags(value, sources));
      const [condition, then, otherwise] = value as unknown[];
      const met = truthy(await resolveTags(condition, sources));
      if (value.length === 1) return met;
      return resolveTags(met ? then : otherwise, sources);
    }
    case '!Condition': {
      if (!Array.isArray(value) || value.length < 2) return fail('takes [AND or another mode, value, …].');
      const [mode, ...values] = await all(value, sources);
      return combine(String(mode).toUpperCase(), values.map(truthy)) ?? fail(`knows no mode ${String(mode)}.`);
    }
    case '!ParseJSON':
      try {
        return JSON.parse(String(await resolveTags(value, sources)));
      } catch (error) {
        return fail((error as Error).message);
      }
    default:
      return fail('is not known here.');
  }
}

async function all(values: readonly unknown[], sources: TagSources): Promise<unknown[]> {
  const resolved: unknown[] = [];
  // One after the other: they ask the same transaction.
  for (const value of values) resolved.push(await resolveTags(value, sources));
  return resolved;
}

/** Python's `%` with what blueprints use of it: %s, %d and %%. */
function format(text: string, parts: readonly unknown[]): string | undefined {
  let used = 0;
  const filled = text.replace(/%[sd%]/g, (place) => (place === '%%' ? '%' : String(parts[used++])));
  return used === parts.length ? filled : undefined;
}

/** What Python takes for true. */
export function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return Boolean(value);
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
