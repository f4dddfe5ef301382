import type { Queryable } from '#database/connect.ts';
import type { Table } from '#database/schema/table.ts';
import { insertRow } from './insert-row.ts';

/**
 * Grows a tree of nodes 901… (900901, the 900 not told), moves and renames them, and tells after each step how it stands: a line a node, the ids
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
          `select concat_ws(' ', regexp_replace("${path}"::text, '\\m0+(900)?', '', 'g'), ${names})
           from "${table}" where id between 900000 and 900999 order by id`,
        )
        .values();
      told[what] = rows.map(([line]) => line as string);
    } catch (error) {
      await sql.unsafe('rollback to savepoint step');
      told[what] = [(error as { code: string }).code];
    }
  };

  await step('two trees', async () => {
    await insert(900901, null, 'Oak');
    await insert(900902, 900901, 'Twig');
    await insert(900903, 900902, 'Leaf');
    await insert(900904, null, 'Elm');
  });
  await step('rename a root', () => update(`name = 'OAK'`, 'id = 900901'));
  await step('move a branch into the other tree', () => update(`"${parent}" = 900904`, 'id = 900902'));
  await step('make it a root and rename it', () => update(`"${parent}" = null, name = 'Sprig'`, 'id = 900902'));
  await step('move two nodes at once', () =>
    update(`"${parent}" = case id when 900901 then 900903 when 900903 then 900904 end`, 'id in (900901, 900903)'),
  );
  await step('put a node under itself', () => update(`"${parent}" = 900904`, 'id = 900904'));
  await step('put a node under its descendant', () => update(`"${parent}" = 900901`, 'id = 900904'));
  await step('close a circle with two nodes at once', () =>
    update(`"${parent}" = case id when 900902 then 900904 when 900904 then 900902 end`, 'id in (900902, 900904)'),
  );
  await step('insert under nothing', () => insert(900905, 900999, 'Nowhere'));
  await step('insert under itself', () => insert(900905, 900905, 'Self'));
  await step('a tab in the name', () => insert(900905, null, 'a\tb'));
  await step('write the path by hand, then name the same parent', async () => {
    await update(`"${path}" = '7.7'`, 'id = 900901');
    await update(`"${parent}" = "${parent}"`, 'id = 900901');
  });
  return told;
}
