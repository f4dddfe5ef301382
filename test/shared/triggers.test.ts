import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importDump } from '#database/import/import-dump.ts';
import { tablesOf } from '#database/schema/tables-of.ts';
import { registry } from '#models/registry.ts';
import { copiesScenario } from '#test/copies-scenario.ts';
import { testDatabase } from '#test/database.ts';
import { rolledBack } from '#test/rolled-back.ts';
import { treeScenario } from '#test/tree-scenario.ts';

/** A database with NetBox's own trigger functions, and one with ours: what happens in one must happen in the other. */
const [theirs, ours] = [await testDatabase({ empty: true }), await testDatabase()];
const dump = fileURLToPath(new URL('../../../shared/demo/netbox-demo-4.7.sql.gz', import.meta.url));

test('the demo network is loaded', async () => {
  await importDump(theirs.url, dump);
});

for (const table of tablesOf(registry)) {
  if (table.tree)
    test(`${table.name}: paths as NetBox keeps them`, async () => {
      const [told, wanted] = [
        await rolledBack(ours.sql, (sql) => treeScenario(sql, table)),
        await rolledBack(theirs.sql, (sql) => treeScenario(sql, table)),
      ];
      assert.deepEqual(told, wanted);
    });
  for (const copies of table.copies)
    test(`${table.name} follows ${copies.source} as in NetBox`, async () => {
      const [told, wanted] = [
        await rolledBack(ours.sql, (sql) => copiesScenario(sql, table, copies)),
        await rolledBack(theirs.sql, (sql) => copiesScenario(sql, table, copies)),
      ];
      assert.deepEqual(told, wanted);
    });
}
