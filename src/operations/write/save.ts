import { interfaceOrder } from '#base/interface-order.ts';
import type { Field } from '#fields/field.ts';
import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn, pairsOf } from '#registry/registry.ts';
import { fillCopies } from './copies.ts';
import { copyRows, manyRows } from './copy-rows.ts';
import { countChanges } from './counters.ts';
import type { Draft, Text } from './draft.ts';
import { isJson, jsonRows } from './json-rows.ts';
import { newKeys } from './new-keys.ts';
import { rulesOf } from './rules-of.ts';
import { type StoredColumn, storedColumns } from './stored.ts';
import { saveTags } from './tags.ts';
import type { WriteContext } from './write-context.ts';

/** Writes drafts of one model, new and changed ones alike, with everything that follows from them. No draft has errors. */
export async function save(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const fresh = drafts.filter(({ isNew }) => isNew);
  const changed = drafts.filter(({ isNew }) => !isNew);

  // ---- What follows from other columns
  await fillCopies(context, model, drafts);
  for (const rules of rulesOf(context.rules, model)) await rules.derive?.(drafts, context);
  for (const draft of drafts) {
    fillOrders(draft);
    stamp(draft, context.now);
  }

  // ---- Rows
  await insertRows(context, model, fresh);
  await context.changes.remember(
    model,
    changed.map(({ key }) => key!),
    context,
  );
  await updateRows(context, model, changed);

  // ---- What hangs on the rows
  await savePairs(context, model, drafts);
  await saveTags(context, model, drafts);
  await countChanges(context, model, drafts);
  for (const draft of drafts) context.changes.note(draft);

  // ---- What else follows
  for (const rules of rulesOf(context.rules, model)) await rules.saved?.(drafts, context);
}

/** Columns by which names sort, where sorting needs a text of its own. */
function fillOrders(draft: Draft): void {
  for (const field of draft.model.fields.values())
    if (field.kind.name === 'naturalOrder')
      draft.set(field.name, interfaceOrder(draft.get(field.from!) ?? '', field.max ?? 100));
}

function stamp(draft: Draft, now: string): void {
  if (draft.isNew && draft.model.fields.has('created') && isMoment(draft.model, 'created')) draft.set('created', now);
  if (draft.model.fields.has('last_updated')) draft.set('last_updated', now);
}

const isMoment = (model: Model, name: string): boolean => model.fields.get(name)!.kind.name === 'dateTime';

async function insertRows(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const columns = storedColumns(model);
  const key = columns[0]!.name;
  const needing = drafts.filter((draft) => draft.key === undefined);
  if (needing.length > 0) {
    const keys = await newKeys(context, { table: model.table, key, count: needing.length });
    for (const [index, draft] of needing.entries()) draft.key = keys[index]!;
  }
  for (const draft of drafts) draft.columns.set(key, draft.key!);
  if (drafts.length >= manyRows)
    return copyRows(context, {
      table: model.table,
      columns: columns.map(({ name }) => name),
      rows: drafts.map((draft) => columns.map((column) => asStored(column, draft.columns.get(column.name) ?? null))),
    });
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  await context.rows(
    `insert into "${model.table}" (${list}) select ${list} from json_populate_recordset(null::"${model.table}", $1)`,
    [
      jsonRows(
        columns,
        drafts.map((draft) => draft.columns),
      ),
    ],
  );
}

/** As JSON's null is read where rows are sent as JSON: a column that holds JSON has null for it. */
const asStored = (column: StoredColumn, value: Text): Text => (value === 'null' && isJson(column) ? null : value);

async function updateRows(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  const columns = storedColumns(model);
  const [key, ...rest] = columns;
  const touched = rest.filter(({ name }) =>
    drafts.some((draft) => draft.columns.get(name) !== (draft.before!.get(name) ?? null)),
  );
  if (touched.length === 0 || drafts.length === 0) return;
  await context.rows(
    `update "${model.table}" t set ${touched.map(({ name }) => `"${name}" = v."${name}"`).join(', ')} ` +
      `from json_populate_recordset(null::"${model.table}", $1) v where t."${key!.name}" = v."${key!.name}"`,
    [
      jsonRows(
        [key!, ...touched],
        drafts.map((draft) => draft.columns),
      ),
    ],
  );
}

/** The table of pairs that a many-to-many field, or the other side of one, is stored in. */
function pairsTable(context: WriteContext, model: Model, field: Field): { table: string; own: string; other: string } {
  if (field.kind.name === 'manyToMany') return pairsOf(model, field);
  const other = context.registry.get(field.to!);
  const { table, own, other: target } = pairsOf(other, fieldNamed(other, field.via!)!);
  return { table, own: target, other: own };
}

/** Lets others point at the drafts that name them, as Django does: past rules and the change log. */
async function point(context: WriteContext, field: Field, drafts: readonly Draft[]): Promise<void> {
  const other = context.registry.get(field.to!);
  const column = columnOf(fieldNamed(other, field.via!)!);
  const pairs = drafts.flatMap((draft) => (draft.many.get(field.name) ?? []).map((one) => [draft.key!, one] as const));
  if (pairs.length === 0) return;
  await context.rows(
    `update "${other.table}" t set "${column}" = w.a from unnest($1::bigint[], $2::bigint[]) w(a, b) ` +
      `where t."${keyColumn(other)}" = w.b and t."${column}" is distinct from w.a`,
    [`{${pairs.map(([key]) => key).join(',')}}`, `{${pairs.map(([, one]) => one).join(',')}}`],
  );
}

async function savePairs(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  const names = new Set(drafts.flatMap((draft) => [...draft.many.keys()]));
  for (const name of names) {
    const field = model.fields.get(name)!;
    if (
      field.kind.name === 'reverse' &&
      context.registry.get(field.to!).fields.get(field.via!)?.kind.name !== 'manyToMany'
    )
      if (columnOf(fieldNamed(context.registry.get(field.to!), field.via!)!)) {
        await point(context, field, drafts);
        continue;
      }
    const { table, own, other } = pairsTable(context, model, field);
    const setting = drafts.filter((draft) => draft.many.has(name));
    const wanted = setting.flatMap((draft) =>
      [...new Set(draft.many.get(name))].map((one) => [draft.key!, one] as const),
    );
    const owners = `{${setting.map(({ key }) => key).join(',')}}`;
    const left = `{${wanted.map(([key]) => key).join(',')}}`;
    const right = `{${wanted.map(([, one]) => one).join(',')}}`;
    if (setting.some(({ isNew }) => !isNew))
      await context.rows(
        `delete from ${table} p where p.${own} = any($1::bigint[]) and not exists (select from unnest($2::bigint[], $3::bigint[]) w(a, b) where w.a = p.${own} and w.b = p.${other})`,
        [owners, left, right],
      );
    if (wanted.length > 0)
      await context.rows(
        `insert into ${table} (${own}, ${other}) select w.a, w.b from unnest($1::bigint[], $2::bigint[]) w(a, b) where not exists (select from ${table} p where p.${own} = w.a and p.${other} = w.b)`,
        [left, right],
      );
  }
}
