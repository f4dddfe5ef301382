import { randomUUID } from 'node:crypto';
import type { Field } from '#fields/field.ts';
import type { CustomFieldDefinition } from '#operations/read/custom-field-definitions.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import { copyRows, manyRows } from './copy-rows.ts';
import type { WriteContext } from './write-context.ts';

/** A text that the global search knows, as it is indexed. */
interface SearchField {
  readonly name: string;
  readonly columns: readonly string[];
  readonly type: string;
  readonly weight: string;
  /** The text of the columns' texts; of a relation, the key. */
  readonly plain: (...texts: (string | null)[]) => string;
  /** The model whose objects' lines are indexed, of a relation. */
  readonly to?: string;
}

const known = new WeakMap<Model, readonly SearchField[]>();

/** What the global search knows of a model, with weights. */
function searchFields(model: Model): readonly SearchField[] {
  let fields = known.get(model);
  if (!fields) {
    fields = [...model.fields.values()].flatMap((field): SearchField[] => {
      const column = columnOf(field);
      if (field.search === undefined || !column) return [];
      const asStored = field.to || field.kind.name === 'choice' || field.kind.name === 'numberChoice';
      const render = asStored ? undefined : field.kind.render(field);
      const plain = (text: string | null) => {
        const rendered = text ? render?.(text) : undefined;
        if (rendered === undefined) return text ?? '';
        return rendered.startsWith('"') ? (JSON.parse(rendered) as string) : rendered;
      };
      const own = { name: field.name, columns: [column], type: typeOf(field), weight: String(field.search), plain };
      return [field.to ? { ...own, to: field.to } : own];
    });
    for (const [name, { weight, of, text }] of Object.entries(model.searchTexts ?? {})) {
      const columns = of.map((one) => columnOf(model.fields.get(one)!)!);
      fields = [...fields, { name, columns, type: 'str', weight: String(weight), plain: text }];
    }
    known.set(model, fields);
  }
  return fields;
}

/** PostgreSQL's and NetBox's name for how a column's values compare in the index. */
function typeOf({ kind }: Field): string {
  if (kind.name === 'ipAddress') return 'inet';
  if (kind.name === 'ipNetwork') return 'cidr';
  if (['integer', 'counter', 'numberChoice'].includes(kind.name)) return 'int';
  return kind.name === 'decimal' ? 'float' : 'str';
}

/** Types of custom fields that are searched, with the name of how their values compare. */
const searchedTypes: Readonly<Record<string, string>> = {
  text: 'str',
  longtext: 'str',
  integer: 'int',
  decimal: 'float',
  date: 'str',
  url: 'str',
};

/** The custom fields of a model that the global search knows. */
async function searchedCustomFields(context: WriteContext, model: Model): Promise<readonly CustomFieldDefinition[]> {
  if (!model.fields.has('custom_fields')) return [];
  const all = await context.reader().customFields(model.name);
  return all.filter((one) => one.status === 'active' && one.searchWeight > 0 && searchedTypes[one.type]);
}

/** Brings the search index (extras_cachedvalue) up to date with what the request changed: some statements a model. */
export async function updateSearchIndex(context: WriteContext): Promise<void> {
  const byModel = new Map<Model, { known: string[]; there: string[] }>();
  for (const { model, key, action } of context.changes.entries()) {
    if (searchFields(model).length === 0) continue;
    const keys = byModel.get(model) ?? { known: [], there: [] };
    if (action !== 'create') keys.known.push(key);
    if (action !== 'delete') keys.there.push(key);
    byModel.set(model, keys);
  }
  for (const [model, keys] of byModel) await indexRows(context, model, keys);
}

/** Brings the index of a model's objects up to date: of those that were known, and of those that are there now. */
export async function indexRows(
  context: WriteContext,
  model: Model,
  { known, there }: { known: readonly string[]; there: readonly string[] },
): Promise<void> {
  const type = context.contentTypes.id(model.name)!;
  if (known.length > 0)
    await context.rows('delete from extras_cachedvalue where object_type_id = $1 and object_id = any($2)', [
      type,
      `{${known.join(',')}}`,
    ]);
  if (there.length > 0) await insertValues(context, model, { type, keys: there });
}

const columns = ['id', 'timestamp', 'object_type_id', 'object_id', 'field', 'type', 'value', 'weight'];

async function insertValues(
  context: WriteContext,
  model: Model,
  { type, keys }: { type: string; keys: readonly string[] },
): Promise<void> {
  const fields = searchFields(model);
  const key = `t."${keyColumn(model)}"`;
  const custom = await searchedCustomFields(context, model);
  const data = custom.length > 0 ? ['t.custom_field_data'] : [];
  const named = [...new Set(fields.flatMap((field) => field.columns))];
  const stored = await context.rows(
    `select ${[key, ...named.map((column) => `t."${column}"`), ...data].join(', ')} from "${model.table}" t where ${key} = any($1)`,
    [`{${keys.join(',')}}`],
  );
  const placed = await Promise.all(
    fields.map(async (field) => {
      const places = field.columns.map((column) => named.indexOf(column));
      return {
        ...field,
        places,
        lines: await linesOf(
          context,
          field.to,
          stored.map((row) => row[places[0]! + 1]!),
        ),
      };
    }),
  );
  const rows = stored.flatMap(([object, ...texts]) => {
    const row = (name: string, compared: string, text: string, weight: string) => [
      randomUUID(),
      context.now,
      type,
      object!,
      name,
      compared,
      text,
      weight,
    ];
    const values = JSON.parse(texts[named.length] ?? '{}') as Record<string, unknown>;
    return [
      ...placed.flatMap(({ name, type: compared, plain, weight, places, lines }) => {
        const text = plain(...places.map((place) => texts[place] ?? null));
        const line = lines ? lines.get(text) : text;
        return line ? [row(name, compared, line, weight)] : [];
      }),
      ...custom.flatMap(({ name, type: of, searchWeight }) =>
        values[name] ? [row(`cf_${name}`, searchedTypes[of]!, String(values[name]), String(searchWeight))] : [],
      ),
    ];
  });
  if (rows.length === 0) return;
  if (rows.length >= manyRows) return copyRows(context, { table: 'extras_cachedvalue', columns, rows });
  const list = columns.join(', ');
  await context.rows(
    `insert into extras_cachedvalue (${list}) select ${list} from json_populate_recordset(null::extras_cachedvalue, $1)`,
    [JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, index) => [columns[index]!, value]))))],
  );
}

/** The lines of a relation's objects by key; undefined where there is no relation. */
async function linesOf(
  context: WriteContext,
  to: string | undefined,
  keys: readonly (string | null)[],
): Promise<ReadonlyMap<string, string> | undefined> {
  if (to === undefined) return undefined;
  const some = [...new Set(keys.flatMap((key) => key ?? []))];
  const reader = context.reader();
  return reader.load(reader.shapes.of(context.registry.get(to), 'display'), some);
}

/** Objects whose values are read and written at once when the index is made anew. */
const batch = 5000;

/**
 * Makes the search index anew from what the database holds, for rows that were written past us. Tells after each model
 * how many of its objects are in the index.
 */
export async function rebuildSearchIndex(
  context: WriteContext,
  told: (model: Model, objects: number) => void,
): Promise<void> {
  for (const model of context.registry.models) {
    const type = context.contentTypes.id(model.name);
    if (type === undefined || searchFields(model).length === 0) continue;
    await context.rows('delete from extras_cachedvalue where object_type_id = $1', [type]);
    const keys = await context.rows(`select "${keyColumn(model)}" from "${model.table}" order by 1`);
    for (let from = 0; from < keys.length; from += batch) {
      const some = keys.slice(from, from + batch).map(([key]) => key!);
      await insertValues(context, model, { type, keys: some });
    }
    if (keys.length > 0) told(model, keys.length);
  }
}
