import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { copiesScenario } from '#test/copies-scenario.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { rolledBack } from '#test/rolled-back.ts';
import { treeScenario } from '#test/tree-scenario.ts';
import { tablesOf } from './tables-of.ts';

const expected = {
  'two trees': ['901 Oak', '901.902 Oak/Twig', '901.902.903 Oak/Twig/Leaf', '904 Elm'],
  'rename a root': ['901 OAK', '901.902 OAK/Twig', '901.902.903 OAK/Twig/Leaf', '904 Elm'],
  'move a branch into the other tree': ['901 OAK', '904.902 Elm/Twig', '904.902.903 Elm/Twig/Leaf', '904 Elm'],
  'make it a root and rename it': ['901 OAK', '902 Sprig', '902.903 Sprig/Leaf', '904 Elm'],
  'move two nodes at once': ['904.903.901 Elm/Leaf/OAK', '902 Sprig', '904.903 Elm/Leaf', '904 Elm'],
  'put a node under itself': ['23514'],
  'put a node under its descendant': ['23514'],
  'close a circle with two nodes at once': ['23514'],
  'insert under nothing': ['23502'],
  'insert under itself': ['23502'],
  'a tab in the name': ['23514'],
  'write the path by hand, then name the same parent': [
    '904.903.901 Elm/Leaf/OAK',
    '902 Sprig',
    '904.903 Elm/Leaf',
    '904 Elm',
  ],
};
/** A tree that does not sort by names doesn't look at them. */
const withoutNames = {
  ...Object.fromEntries(
    Object.entries(expected).map(([step, lines]) => [step, lines.map((line) => line.replace(/ .*/, ''))]),
  ),
  'a tab in the name': ['904.903.901', '902', '904.903', '904', '905'],
  'write the path by hand, then name the same parent': ['904.903.901', '902', '904.903', '904', '905'],
};

const { sql } = await testDatabase();
const tables = tablesOf(registry);
for (const table of tables)
  if (table.tree)
    test(`${table.name} keeps its paths`, async () => {
      const told = await rolledBack(sql, (transaction) => treeScenario(transaction, table));
      assert.deepEqual(told, table.tree!.sort ? expected : withoutNames);
    });

/** What a follower holds afterwards: by the table that it follows, or by both. */
const copied: Record<string, string> = {
  dcim_device: '_location_id=912 _rack_id=913 _site_id=911',
  dcim_site: '_region_id=911 _site_group_id=912 _site_id=901',
  dcim_location: '_region_id=921 _site_group_id=922 _site_id=911',
  'dcim_cabletermination dcim_device': '_location_id=912 _rack_id=911 _site_id=913',
  'dcim_cabletermination dcim_rack': '_location_id=911 _rack_id=901 _site_id=912',
  'dcim_cabletermination dcim_location': '_location_id=901 _rack_id=- _site_id=911',
};
for (const table of tables)
  for (const copies of table.copies)
    test(`${table.name} follows ${copies.source}`, async () => {
      const told = await rolledBack(sql, (transaction) => copiesScenario(transaction, table, copies));
      assert.equal(told[0], copied[`${table.name} ${copies.source}`] ?? copied[copies.source]);
      assert.match(told[1]!, /^(\w+=- ?)+$/);
    });

test('of two moves that close a circle only together, the second waits for the first and is refused', async () => {
  for (const [id, name] of [
    [901, 'a'],
    [902, 'b'],
  ] as const)
    await insertRow(sql, 'wireless_wirelesslangroup', { id, name, slug: name });
  let second: Promise<string> | undefined;
  await sql.begin(async (first) => {
    await first.unsafe('update wireless_wirelesslangroup set parent_id = 902 where id = 901');
    second = sql.unsafe('update wireless_wirelesslangroup set parent_id = 901 where id = 902').then(
      () => 'moved',
      (error: { code: string }) => error.code,
    );
    const waiting = new Promise((resolve) => setTimeout(resolve, 100, 'waiting'));
    assert.equal(await Promise.race([second, waiting]), 'waiting');
  });
  assert.equal(await second, '23514');
});
