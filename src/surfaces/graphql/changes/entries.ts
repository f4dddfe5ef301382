import type { Sql } from '#database/connect.ts';
import { isoTime } from '#fields/date-time/date-time.ts';
import type { Change, ChangeAction } from './change.ts';
import type { Span } from './recent.ts';

/** An entry of the change log without the object's states. */
export interface Entry extends Omit<Change, 'prechangeData' | 'postchangeData'> {}

/** The states of an object that an entry keeps, as JSON's text; null where there are none, or they may not be seen. */
export interface EntryData {
  readonly before: string | null;
  readonly after: string | null;
}

/** Entries of a request, in their order. */
export async function readEntries(
  sql: Sql,
  { first, last, requestId, limit }: Span & { readonly limit: number },
): Promise<Entry[]> {
  const rows = await sql.unsafe<Record<keyof Entry, string>[]>(
    `select c.id, c.time, c.action, t.app_label || '.' || t.model as model, c.changed_object_id as "objectId",
        c.object_repr as display, c.user_name as user, c.request_id as "requestId", c.message
      from core_objectchange c join django_content_type t on t.id = c.changed_object_type_id
      where c.request_id = $1 and c.id between $2 and $3 order by c.id limit ${limit}`,
    [requestId, String(first), String(last)],
    { prepare: true },
  );
  return rows.map((row) => ({
    ...row,
    action: row.action as ChangeAction,
    time: JSON.parse(isoTime(row.time)) as string,
  }));
}

/** The change that a subscriber is told of. */
export const readEntry = (entry: Entry, { before, after }: EntryData): Change => ({
  ...entry,
  prechangeData: before === null ? null : JSON.parse(before),
  postchangeData: after === null ? null : JSON.parse(after),
});
