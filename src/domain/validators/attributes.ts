import { arrayElements } from '#fields/array-text.ts';
import type { Field } from '#fields/field.ts';
import type { Text } from '#operations/write/draft.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn, pairsOf } from '#registry/registry.ts';

/** An object as rules look at it: its columns, and the keys of to-many fields that a request sets. */
export interface Subject {
  readonly key: string | undefined;
  readonly columns: ReadonlyMap<string, Text>;
  readonly many?: ReadonlyMap<string, readonly string[]>;
}

/** What an attribute path leads to: the values in the subjects' order, or undefined where it leads nowhere. */
export type Values = readonly unknown[] | undefined;

type Row = ReadonlyMap<string, Text> | undefined;

/**
 * What `path` (`name`, `site.region.name`) is of each subject, as JSON values: a related object at its end is its key.
 * One statement a relation on the way.
 */
export async function attributeValues(
  context: WriteContext,
  { model, subjects, path }: { model: Model; subjects: readonly Subject[]; path: string },
): Promise<Values> {
  const names = path.split('.');
  const last = names.pop()!;
  let at = model;
  let rows: Row[] = subjects.map(({ columns }) => columns);
  for (const name of names) {
    const field = fieldNamed(at, name);
    if (field?.kind.name !== 'foreignKey' && field?.kind.name !== 'oneToOne') return undefined;
    const column = columnOf(field)!;
    at = context.registry.get(field.to!);
    const keys = rows.map((row) => row?.get(column) ?? undefined);
    const found = await storedRows(context, at, [...new Set(keys.filter((key) => key !== undefined))]);
    rows = keys.map((key) => (key === undefined ? undefined : found.get(key)));
  }
  if (last === 'pk' || last === 'id') return rows.map((row) => numberOf(row?.get(keyColumn(at)) ?? null));
  const field = fieldNamed(at, last) ?? fieldNamed(at, last.replace(/_id$/, ''));
  if (!field) return undefined;
  if (field.kind.name === 'manyToMany' && names.length === 0) return manyValues(context, { model, subjects, field });
  const column = columnOf(field);
  return column ? rows.map((row) => (row ? plainValue(field, row.get(column) ?? null) : null)) : undefined;
}

async function manyValues(
  context: WriteContext,
  { model, subjects, field }: { model: Model; subjects: readonly Subject[]; field: Field },
): Promise<Values> {
  const keys = subjects.flatMap(({ key, many }) => (key === undefined || many?.has(field.name) ? [] : [key]));
  const { table, own, other } = pairsOf(model, field);
  const stored = new Map<string, unknown[]>();
  if (keys.length > 0)
    for (const [key, to] of await context.rows(`select ${own}, ${other} from ${table} where ${own} = any($1)`, [
      `{${keys.join(',')}}`,
    ]))
      stored.set(key!, [...(stored.get(key!) ?? []), Number(to)]);
  return subjects.map(({ key, many }) => many?.get(field.name)?.map(Number) ?? stored.get(key ?? '') ?? []);
}

const numberOf = (text: Text): number | null => (text === null ? null : Number(text));

/** A column's text as the value that it stands for. */
export function plainValue(field: Field, text: Text): unknown {
  if (text === null) return null;
  const type = field.to && field.kind.name !== 'tags' ? 'bigint' : (field.kind.columnType(field) ?? '');
  if (type.endsWith('[]')) return arrayElements(text);
  if (type === 'boolean') return text === 't' || text === 'true';
  if (type === 'jsonb') return JSON.parse(text) as unknown;
  return /^(smallint|integer|bigint|numeric|double)/.test(type) ? Number(text) : text;
}
