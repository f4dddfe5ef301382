import type { Queryable } from '#database/connect.ts';
import type { Table } from '#database/schema/table.ts';
import { insertRow } from './insert-row.ts';

/**
 * Grows a tree of nodes 901…, moves and renames them, and tells after each step how it stands: a line a node, the ids
 * on its path and, where the tree sorts by names, the names. A refused step tells its SQLSTATE.
 */
export async function treeScenario(sql: Queryable, { name: table, tree }: Table): Promise<Record<string, string[]>> {
  const { path, parent, sort } = tree!;
  const told: Record<string, string[]> = {};
  const insert = (id: number, above: number | null, name: string) =>
    insertRow(sql, table, { id, [parent]: above, name, [path]: '9.9' });
  const update = (set: string, where: string) => sql.unsafe(`update "${table}" set ${set} where ${where}`);
  const step = async (what: string, run: () => Promise<unknown>) => {
    await sql.unsafe('savepoint step');
    try {
      await run();
      const names = sort ? `replace("${sort.path}", chr(9), '/')` : 'null';
      const rows = await sql
        .unsafe(
          `select concat_ws(' ', regexp_replace("${path}"::text, '\\m0+', '', 'g'), ${names})
           from "${table}" where id between 900 and 999 order by id`,
        )
        .values();
      told[what] = rows.map(([line]) => line as string);
    } catch (error) {
      await sql.unsafe('rollback to savepoint step');
      told[what] = [(error as { code: string }).code];
    }
  };

  await step('two trees', async () => {
    await insert(901, null, 'Asia');
    await insert(902, 901, 'China');
    await insert(903, 902, 'Hunan');
    await insert(904, null, 'Europe');
  });
  await step('rename a root', () => update(`name = 'ASIA'`, 'id = 901'));
  await step('move a branch into the other tree', () => update(`"${parent}" = 904`, 'id = 902'));
  await step('make it a root and rename it', () => update(`"${parent}" = null, name = 'Cathay'`, 'id = 902'));
  await step('move two nodes at once', () =>
    update(`"${parent}" = case id when 901 then 903 when 903 then 904 end`, 'id in (901, 903)'),
  );
  await step('put a node under itself', () => update(`"${parent}" = 904`, 'id = 904'));
  await step('put a node under its descendant', () => update(`"${parent}" = 901`, 'id = 904'));
  await step('close a circle with two nodes at once', () =>
    update(`"${parent}" = case id when 902 then 904 when 904 then 902 end`, 'id in (902, 904)'),
  );
  await step('insert under nothing', () => insert(905, 999, 'Nowhere'));
  await step('insert under itself', () => insert(905, 905, 'Self'));
  await step('a tab in the name', () => insert(905, null, 'a\tb'));
  await step('write the path by hand, then name the same parent', async () => {
    await update(`"${path}" = '7.7'`, 'id = 901');
    await update(`"${parent}" = "${parent}"`, 'id = 901');
  });
  return told;
}
