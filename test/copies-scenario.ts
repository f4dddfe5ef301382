import type { Queryable } from '#database/connect.ts';
import type { Copies, Table } from '#database/schema/table.ts';
import { insertRow } from './insert-row.ts';

/**
 * Changes each copied column of a row that another row follows, and tells what the follower then holds: `_site_id=911`.
 * What a copy is itself the key of exists, with columns that can be told apart.
 */
export async function copiesScenario(sql: Queryable, table: Table, copies: Copies): Promise<string[]> {
  const [source, follower, stranger] = [900901, 900902, 900903];
  await insertRow(sql, copies.source, { id: source });
  await insertRow(sql, table.name, { id: follower, [copies.key]: source });
  await insertRow(sql, table.name, { id: stranger });
  const assignments: string[] = [];
  let [changed, looked] = [900911, 900921];
  for (const [own, theirs] of copies.columns) {
    const id = changed++;
    assignments.push(`"${theirs}" = ${id}`);
    const further = table.copies.find(({ key }) => key === own);
    const columns = [...(further?.columns.values() ?? [])].map((column) => [column, looked++]);
    if (further) await insertRow(sql, further.source, { id, ...Object.fromEntries(columns) });
  }
  await sql.unsafe(`update "${copies.source}" set ${assignments.join(', ')} where id = ${source}`);
  const columns = [...new Set(table.copies.flatMap((one) => [...one.columns.keys()]))].sort();
  const rows = await sql
    .unsafe(
      `select ${columns.map((column) => `'${column}=' || coalesce("${column}"::text, '-')`).join(` || ' ' || `)}
       from "${table.name}" where id in (${follower}, ${stranger}) order by id`,
    )
    .values();
  return rows.map(([line]) => (line as string).replaceAll('=900', '='));
}
