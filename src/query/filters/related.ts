import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Find } from '../find.ts';
import { fieldNamed } from '../path.ts';
import type { Filter } from './filter.ts';
import { attributeValue } from './values/read-values.ts';
import { badChoice, badSingle, mistake, nothing, type Reading, valuesRead } from './values/reading.ts';

/**
 * The keys of the objects that a filter's values name, or null for `null`. A value that names none is a mistake;
 * whether the asker may see the object makes no difference.
 */
export async function readRelated(filter: Filter, texts: readonly string[], find: Find): Promise<Reading> {
  const target = filter.to!;
  const by = filter.by === undefined ? undefined : fieldNamed(target, filter.by);
  // A key with such a character is none; PostgreSQL can't be asked for a text with one.
  if (by && texts.some((text) => text.includes('\0'))) return mistake('Null characters are not allowed.');
  return filter.kind === 'single'
    ? readOne(target, { by, find, text: texts.at(-1) ?? '' })
    : readSeveral(target, { by, find, texts });
}

interface Asked {
  readonly by: Field | undefined;
  readonly find: Find;
}

async function readOne(target: Model, { by, find, text }: Asked & { text: string }): Promise<Reading> {
  if (text === '') return nothing;
  const value = attributeValue(typeOf(by), text);
  if (value === undefined) return badSingle;
  const keys = await named(target, { by, find, values: [value] });
  return keys.length === 0 ? badSingle : valuesRead(keys.map(([key]) => key));
}

async function readSeveral(target: Model, { by, find, texts }: Asked & { texts: readonly string[] }): Promise<Reading> {
  const asked = texts.filter((text) => text !== 'null');
  const values: string[] = [];
  for (const text of asked) {
    if (text === '' && addresses.has(typeOf(by))) return badChoice(text);
    const value = attributeValue(typeOf(by), text);
    if (value === undefined) return mistake(`“${text}” is not a valid value.`);
    values.push(value);
  }
  const found = values.length === 0 ? [] : await named(target, { by, find, values });
  const spelt = new Set(found.map(([, spelling]) => spelling));
  for (const text of asked) if (!spelt.has(text)) return badChoice(text);
  return valuesRead([...found.map(([key]) => key), ...(asked.length < texts.length ? [null] : [])]);
}

/** Columns of addresses, where an empty text is read and names nothing. */
const addresses = new Set(['inet', 'cidr', 'macaddr']);

const typeOf = (by: Field | undefined): string => by?.kind.columnType(by) ?? 'bigint';

/** Keys of the objects, each with the attribute as the API spells it. */
async function named(
  target: Model,
  { by, find, values }: Asked & { values: readonly string[] },
): Promise<[key: string, spelling: string][]> {
  const where = Object.freeze({ op: 'compare', field: by, lookup: 'exact', values } as const);
  const rows = await find({ model: target, where, fields: by ? ['id', by.name] : ['id'] });
  const render = by?.kind.render(by);
  return rows.map(([key, text]) => [key!, render ? String(JSON.parse(render(text!))) : key!]);
}
