import { BlueprintError } from './blueprint-error.ts';
import { isRecord, Tagged } from './tagged.ts';
import { tags } from './tags.ts';

type Conditions = readonly (readonly [string, unknown])[];

/** What the tags of a blueprint refer to. */
export interface TagSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** What the tags around are enumerating, the innermost last; null where one has not begun. */
  readonly items?: readonly (Item | null)[];
  /** The object of an entry before, by the entry's id. */
  keyOf(id: string): unknown;
  /** The key of the first object of a model with these values; null where there is none. */
  find(model: string, conditions: Conditions): Promise<unknown>;
  /** That object under authentik's names; null where there is none. */
  findObject(model: string, conditions: Conditions): Promise<unknown>;
  /** The text of a file; null where there is none. Throws a BlueprintError where it must not be read. */
  readFile(path: string): Promise<string | null>;
}

/** What an enumeration is at. */
export interface Item {
  readonly index: unknown;
  readonly value: unknown;
}

/** A tag to be resolved. */
export interface TagCall {
  readonly value: unknown;
  readonly sources: TagSources;
  /** A value within, with what its tags stand for; `item` is what an enumeration is at. */
  resolve(value: unknown, item?: Item | null): Promise<unknown>;
  fail(reason: string): never;
}

/** A value with what its tags stand for in their place. Throws a BlueprintError that names the line. */
export async function resolveTags(value: unknown, sources: TagSources): Promise<unknown> {
  if (value instanceof Tagged) return resolveTag(value, sources);
  // One after the other: they ask the same transaction.
  if (Array.isArray(value)) {
    const resolved: unknown[] = [];
    for (const item of value) resolved.push(await resolveTags(item, sources));
    return resolved;
  }
  if (!isRecord(value)) return value;
  const resolved: [string, unknown][] = [];
  for (const [name, item] of Object.entries(value)) resolved.push([name, await resolveTags(item, sources)]);
  return Object.fromEntries(resolved);
}

async function resolveTag({ tag, value, line }: Tagged, sources: TagSources): Promise<unknown> {
  const fail = (reason: string): never => {
    throw new BlueprintError(`line ${line}: ${tag} ${reason}`);
  };
  const { items = [] } = sources;
  const resolve = (inner: unknown, item?: Item | null) =>
    resolveTags(inner, item === undefined ? sources : { ...sources, items: [...items, item] });
  try {
    return await tags[tag]!({ value, sources, resolve, fail });
  } catch (error) {
    // Sources don't know for which line they are asked.
    if (error instanceof BlueprintError && !error.message.startsWith('line ')) return fail(error.message);
    throw error;
  }
}
