import { quoted } from '#fields/json-text.ts';
import { copyRows, manyRows } from './copy-rows.ts';
import type { Text } from './draft.ts';
import { newKeys } from './new-keys.ts';
import type { WriteContext } from './write-context.ts';

/** The channel of PostgreSQL's NOTIFY that tells of changes: the first and the last entry of a request, and its id. */
export const changesChannel = 'patchbay_changes';

/** An entry of the change log as it is written. */
export interface WrittenEntry {
  readonly model: { readonly name: string };
  readonly key: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly message: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly repr: string;
  readonly related: { readonly type: string; readonly id: string } | undefined;
}

type Column = readonly [name: string, of: (entry: WrittenEntry, context: WriteContext) => Text | undefined];

const texts: readonly Column[] = [
  ['time', (_entry, { now }) => now],
  ['user_id', (_entry, { asker }) => asker.userId],
  ['user_name', (_entry, { asker }) => asker.username ?? ''],
  ['request_id', (_entry, { requestId }) => requestId],
  ['action', ({ action }) => action],
  ['changed_object_id', ({ key }) => key],
  ['changed_object_type_id', ({ model }, { contentTypes }) => contentTypes.id(model.name)],
  ['related_object_type_id', ({ related }) => related?.type],
  ['related_object_id', ({ related }) => related?.id],
  ['object_repr', ({ repr }) => repr.slice(0, 200)],
  ['message', ({ message }) => message],
];
const json: readonly Column[] = [
  ['prechange_data', ({ action, before }) => (action === 'create' ? undefined : before)],
  ['postchange_data', ({ after }) => after],
];
const columns = [...texts, ...json];
const names = columns.map(([name]) => name);

/**
 * Writes entries into core_objectchange, and tells whoever listens which there will be once they are committed: they
 * are read by the listener itself.
 */
export async function writeEntries(context: WriteContext, entries: readonly WrittenEntry[]): Promise<void> {
  if (entries.length === 0) return;
  if (entries.length >= manyRows) return copyEntries(context, entries);
  const list = names.join(', ');
  const rows = entries.map((entry) => {
    const values = texts.map(([name, of]) => [name, quotedOrNull(of(entry, context))]);
    const data = json.map(([name, of]) => [name, of(entry, context) ?? 'null']);
    return `{${[...values, ...data].map(([name, value]) => `"${name}":${value}`).join(',')}}`;
  });
  await context.rows(
    `with written as (
      insert into core_objectchange (${list}) select ${list} from json_populate_recordset(null::core_objectchange, $1)
      returning id
    ) select pg_notify('${changesChannel}', min(id) || ' ' || max(id) || ' ' || $2) from written`,
    [`[${rows.join(',')}]`, context.requestId],
  );
}

async function copyEntries(context: WriteContext, entries: readonly WrittenEntry[]): Promise<void> {
  const ids = await newKeys(context, { table: 'core_objectchange', key: 'id', count: entries.length });
  const rows = entries.map((entry, index) => [ids[index]!, ...columns.map(([, of]) => of(entry, context) ?? null)]);
  await copyRows(context, { table: 'core_objectchange', columns: ['id', ...names], rows });
  await context.rows('select pg_notify($1, $2)', [changesChannel, `${ids[0]} ${ids.at(-1)} ${context.requestId}`]);
}

const quotedOrNull = (text: Text | undefined): string => (text == null ? 'null' : quoted(text));
