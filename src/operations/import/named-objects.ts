import { whereSql } from '#database/select/where.ts';
import type { Field } from '#fields/field.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import { sharedWith } from '../read/shared-with.ts';
import type { WriteContext } from '../write/write-context.ts';
import { naturalKeys } from './natural-keys.ts';

/** An object that a row names. */
export interface Naming {
  readonly model: Model;
  /** The attribute that the column says; absent: whatever the model's objects are called by, or the key. */
  readonly attribute?: string | undefined;
  readonly text: string;
  /** Keys of relations of the object, where the row tells them: they decide between objects of one name. */
  readonly within: ReadonlyMap<string, string>;
  /** The object must be one of those, not only where there are several. */
  readonly strict?: boolean;
  found(key: string): void;
  refused(message: string): void;
}

interface Candidate {
  readonly key: string;
  readonly names: readonly (string | null)[];
  readonly owners: ReadonlyMap<string, string | null>;
}

/** Finds the objects that rows name: one statement for each model and attribute, whatever the number of rows. */
export async function findNamed(context: WriteContext, namings: readonly Naming[]): Promise<void> {
  const groups = new Map<string, Naming[]>();
  for (const naming of namings) {
    const group = `${naming.model.name} ${naming.attribute ?? ''}`;
    groups.set(group, [...(groups.get(group) ?? []), naming]);
  }
  for (const group of groups.values()) await findGroup(context, group);
}

async function findGroup(context: WriteContext, namings: readonly Naming[]): Promise<void> {
  const { model, attribute } = namings[0]!;
  const fields = attribute === undefined ? naturalKeys(model) : attribute === 'id' ? [] : own(model, attribute);
  if (!fields) {
    for (const { refused } of namings) refused(`A ${model.label} has no ${attribute}.`);
    return;
  }
  const byKey = attribute === undefined || attribute === 'id';
  const texts = [...new Set(namings.map(({ text }) => text))];
  const owners = [...new Set(namings.flatMap(({ within }) => [...within.keys()]))].filter((name) => {
    const field = model.fields.get(name);
    return field !== undefined && columnOf(field) !== undefined;
  });
  const candidates = await candidatesOf(context, { model, fields, byKey, texts, owners });
  for (const naming of namings) choose(naming, candidates, { fields, byKey });
}

/** The field of an attribute, as a list; undefined where the model has none that is stored. */
function own(model: Model, attribute: string): Field[] | undefined {
  const field = model.fields.get(attribute);
  return field && columnOf(field) ? [field] : undefined;
}

interface Wanted {
  readonly model: Model;
  readonly fields: readonly Field[];
  readonly byKey: boolean;
  readonly texts: readonly string[];
  readonly owners: readonly string[];
}

async function candidatesOf(
  context: WriteContext,
  { model, fields, byKey, texts, owners }: Wanted,
): Promise<readonly Candidate[]> {
  const may = and(context.permits(model, 'view'), sharedWith(context.registry, model, context.asker));
  if (may.op === 'never') return [];
  const key = `t."${keyColumn(model)}"`;
  const numbers = texts.filter((text) => /^\d{1,18}$/.test(text));
  const parameters: (string | readonly string[])[] = [arrayText(texts), arrayText(numbers)];
  const matches = fields.map((field) => {
    const type = field.kind.columnType(field) ?? '';
    const column = `t."${columnOf(field)}"`;
    if (/^(bigint|integer|smallint)/.test(type)) return `${column} = any($2::bigint[])`;
    return /^(character|text)/.test(type) ? `${column} = any($1::text[])` : `${column}::text = any($1::text[])`;
  });
  if (byKey) matches.push(`${key} = any($2::bigint[])`);
  const where = whereSql(may, { model, alias: 't', parameters: parameters as string[] });
  const columns = [
    key,
    ...fields.map((field) => `t."${columnOf(field)}"::text`),
    ...owners.map((name) => `t."${columnOf(model.fields.get(name)!)}"::text`),
  ];
  const rows = await context.rows(
    `select ${columns.join(', ')} from "${model.table}" t
      where $1::text[] is not null and $2::bigint[] is not null and (${matches.join(' or ')}) and ${where}`,
    parameters as string[],
  );
  return rows.map((row) => ({
    key: row[0]!,
    names: row.slice(1, 1 + fields.length),
    owners: new Map(owners.map((name, at) => [name, row[1 + fields.length + at] ?? null])),
  }));
}

/** The one that is meant: by the likeliest attribute that finds any, then by what the row says of its relations. */
function choose(
  naming: Naming,
  candidates: readonly Candidate[],
  { fields, byKey }: Pick<Wanted, 'fields' | 'byKey'>,
): void {
  const { text, within, strict, model, attribute } = naming;
  const fits = ({ owners }: Candidate) =>
    [...within].every(([name, key]) => !owners.has(name) || owners.get(name) === key);
  const lists = fields.map((_, at) => candidates.filter(({ names }) => names[at] === text));
  if (byKey) lists.push(candidates.filter(({ key }) => key === text));
  const named = lists.find((list) => (strict ? list.some(fits) : list.length > 0)) ?? [];
  const left = named.length > 1 || strict ? named.filter(fits) : named;
  if (left.length === 1) naming.found(left[0]!.key);
  else if (left.length > 1) naming.refused(`${left.length} ${model.plural} are called "${text}". Name it by its ID.`);
  else naming.refused(`There is no ${model.label} with ${attribute ?? 'the name'} "${text}".`);
}

/** A list of texts as PostgreSQL's array literal. */
function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
