import { arrayElements } from '#fields/array-text.ts';
import { choicePairs } from '#fields/choice-list/choice-list.ts';
import type { Field } from '#fields/field.ts';
import { quoted } from '#fields/json-text.ts';
import { relatedKeys } from '#operations/read/parts/many.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import type { Text } from './draft.ts';
import { rulesOf } from './rules-of.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

/** An object as the change log keeps it: its data as JSON text, its line, the object that it belongs to. */
export interface Snapshot {
  readonly data: string;
  readonly repr: string;
  readonly related: { type: string; id: string } | undefined;
}

/** One member of the data: its name, and JSON text of its column. */
interface Member {
  /** As it begins: `"name":`. */
  readonly begin: string;
  readonly kept: boolean;
  readonly column: string;
  readonly render: (text: string) => string;
}

/**
 * How NetBox spells a stored value in the change log: relations as keys, moments to the millisecond, decimals as
 * texts, arrays of numbers as they are,
 * others as the JSON text of their elements' texts (Django's JSON serializer).
 */
function spelling(field: Field): (text: string) => string {
  switch (field.kind.name) {
    case 'dateTime':
      return (text) => {
        const [, fraction = ''] = text.slice(0, -3).split('.');
        const base = text.slice(0, 19).replace(' ', 'T');
        return `"${base}${fraction ? `.${fraction.padEnd(3, '0').slice(0, 3)}` : ''}Z"`;
      };
    case 'decimal':
      return quoted;
    case 'array':
      if (field.of!.kind.name === 'integer') return field.kind.render(field);
      return (text) =>
        quoted(
          `[${arrayElements(text)
            .map((one) => (one === null ? 'null' : elementText(field.of!, one)))
            .join(', ')}]`,
        );
    case 'choiceList':
      return (text) => {
        const pairs = choicePairs(text).map((pair) => quoted(`[${pair.map(quoted).join(', ')}]`));
        return quoted(`[${pairs.join(', ')}]`);
      };
    case 'choice':
    case 'image':
    case 'file':
    case 'contentType':
    case 'foreignKey':
    case 'oneToOne':
    case 'numberChoice':
      return columnIsText(field) ? quoted : (text) => text;
    case 'timeZone':
      return (text) => (text === '' ? 'null' : quoted(text));
    default:
      return field.kind.render(field);
  }
}

const columnIsText = (field: Field): boolean => (field.kind.columnType(field) ?? '').startsWith('character');

/** An element in Django's value_to_string, inside the JSON text of its array. */
function elementText(of: Field, text: string): string {
  if (of.kind.name === 'integerRange') {
    const [lower, upper] = text.slice(1, -1).split(',');
    return quoted(`{"bounds": "${text[0]}${text.at(-1)}", "lower": "${lower}", "upper": "${upper}"}`);
  }
  return of.kind.name === 'json' ? text : quoted(text);
}

const known = new WeakMap<Model, readonly Member[]>();

function membersOf(model: Model): readonly Member[] {
  let members = known.get(model);
  if (!members) {
    members = [...model.fields.values()].flatMap((field): Member[] => {
      const column = columnOf(field);
      const name = field.source ?? field.name;
      if (!column || name === 'last_updated') return [];
      if (field.logged === false) return [];
      return [
        {
          begin: `${quoted(field.kind.name === 'customFields' ? 'custom_fields' : name)}:`,
          kept: kept.has(field.kind.name),
          column,
          render: spelling(field),
        },
      ];
    });
    known.set(model, members);
  }
  return members;
}

/** Columns that a trigger keeps: NetBox logs them as they were when the object was loaded. */
const kept = new Set(['treePath', 'sortPath']);

/** Snapshots of objects by key, `asLoaded` giving columns as they were before the write, read by a number of statements that the model alone decides. */
export async function snapshots(
  context: WriteContext,
  model: Model,
  keys: readonly string[],
  asLoaded: ReadonlyMap<string, ReadonlyMap<string, Text>> = new Map(),
): Promise<ReadonlyMap<string, Snapshot>> {
  if (keys.length === 0) return new Map();
  const reader = context.reader();
  const pairs = [...model.fields.values()].filter(
    (field) => (field.kind.name === 'manyToMany' && field.logged !== false) || field.kind.name === 'tags',
  );
  const tagged = model.features?.includes('tags') ?? false;
  const [rows, lines, tags, ...many] = await Promise.all([
    storedRows(context, model, keys),
    reader.load(reader.shapes.of(model, 'repr'), keys),
    tagged ? tagNames(context, model, keys) : undefined,
    ...pairs
      .filter(({ kind }) => kind.name !== 'tags')
      .map(async (field) => ({
        name: field.source ?? field.name,
        ids: await relatedKeys(reader.shapes.stepOf(model, field), keys, reader),
      })),
  ]);
  const members = membersOf(model);
  const further = await Promise.all(rulesOf(context.rules, model).map((rules) => rules.logged?.(keys, context)));
  const found = new Map<string, Snapshot>();
  for (const [key, row] of rows) {
    const loaded = asLoaded.get(key);
    const parts = members.map((member) => {
      const { begin, column, render } = member;
      const value = (member.kept && loaded ? loaded : row).get(column) ?? null;
      return begin + (value === null ? 'null' : render(value));
    });
    for (const one of many) if (one) parts.push(`${quoted(one.name)}:[${one.ids.get(key)?.join(',') ?? ''}]`);
    if (tags) parts.push(`"tags":[${tags.get(key)?.map(quoted).join(',') ?? ''}]`);
    for (const one of further) for (const [name, json] of one?.get(key) ?? []) parts.push(`${quoted(name)}:${json}`);
    found.set(key, {
      data: `{${parts.join(',')}}`,
      repr: lines.get(key) ?? '',
      related: relatedOf(context, model, row),
    });
  }
  return found;
}

async function tagNames(context: WriteContext, model: Model, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await context.rows(
    `select p.object_id, g.name from extras_taggeditem p join extras_tag g on g.id = p.tag_id
     where p.content_type_id = $1 and p.object_id = any($2) order by g.name collate "C"`,
    [context.contentTypes.id(model.name) ?? '0', `{${keys.join(',')}}`],
  );
  const names = new Map<string, string[]>();
  for (const [key, name] of rows) names.set(key!, [...(names.get(key!) ?? []), name!]);
  return names;
}

/** The object that a change belongs to: the first of the model's `changesOf` that the row names. */
function relatedOf(
  context: WriteContext,
  model: Model,
  row: ReadonlyMap<string, Text>,
): { type: string; id: string } | undefined {
  for (const name of model.changesOf ?? []) {
    const field = model.fields.get(name)!;
    if (field.kind.name === 'generic') {
      const type = row.get(columnOf(model.fields.get(field.typeField!)!)!);
      const id = row.get(columnOf(model.fields.get(field.idField!)!)!);
      if (type && id) return { type, id };
    } else {
      const id = row.get(columnOf(field)!);
      const type = context.contentTypes.id(field.to!);
      if (id && type) return { type, id };
    }
  }
  return undefined;
}
