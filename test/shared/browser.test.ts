import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importDump } from '#database/import/import-dump.ts';
import { logIn } from '#test/browser/log-in.ts';
import { openInterface } from '#test/browser/open-interface.ts';
import { walkModels } from '#test/browser/walk-models.ts';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase({ empty: true });
await importDump(database.url, fileURLToPath(new URL('../../../shared/demo/netbox-demo-4.7.sql.gz', import.meta.url)));
const web = await openInterface(database);

test('the demo network is shown: every list, an object of each', async (context) => {
  await logIn(web, { username: 'admin', password: 'admin' });
  const { lists, details } = await walkModels(context, web);
  assert.ok(lists > 130 && details > 65, `${lists} lists, ${details} details`);
});
