import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { importDump } from '#database/import/import-dump.ts';
import { registry } from '#models/registry.ts';
import { tableOf } from '#operations/read/shape.ts';
import { startBuiltServer } from '../../bench/server.ts';
import { pythonWith, skipWithout } from '../clients/python.ts';
import { testDatabase } from '../database.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
/** The token that the demo network comes with. */
const token = '0123456789abcdef0123456789abcdef01234567';

const database = await testDatabase({ empty: true });
await importDump(database.url, join(root, '../shared/demo/netbox-demo-4.7.sql.gz'));
const server = await startBuiltServer(database.url);
after(() => server.stop());

const python = await pythonWith('pynetbox');

test('pynetbox reads every endpoint: all, get, filter, choices, len, threaded pages, traces, elevations', {
  skip: skipWithout(python, 'pynetbox'),
}, async () => {
  const script = join(root, 'test/clients/pynetbox_read.py');
  const { stdout } = await run(python!, [script, `http://127.0.0.1:${server.port}`, token]);
  const counts = JSON.parse(stdout) as Record<string, number>;
  const differences: string[] = [];
  let compared = 0;
  for (const model of registry.models) {
    if (!model.rest || model.actionsOnly) continue;
    const place = model.rest.replace('/', '.');
    const [row] = await database.sql.unsafe(`select count(*) from ${tableOf(model)} t`);
    if (counts[place] !== Number(row!.count)) differences.push(`${place}: ${counts[place]} instead of ${row!.count}`);
    compared++;
  }
  assert.deepEqual(differences, []);
  assert.ok(compared > 130, `${compared} endpoints`);
});
