import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';

const { sql, url } = await testDatabase();
const program = fileURLToPath(new URL('./allocating-process.ts', import.meta.url));

before(async () => {
  await insertRow(sql, 'users_user', { id: 1, username: 'admin', is_superuser: true });
  await insertRow(sql, 'ipam_prefix', { id: 1, prefix: '10.0.0.0/22', status: 'active', _depth: 0, _children: 0 });
});

test('100 clients of four processes allocate 1,000 addresses at once: none twice, none left out', async () => {
  const work = ['--import', 'tsx', program, url, '25', '10', '5'];
  const done = await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, work)));
  const got = done.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
  const numbers = got.map((address) => {
    const [, , third, fourth] = address.split('/')[0]!.split('.').map(Number);
    return third! * 256 + fourth!;
  });
  assert.deepEqual(
    numbers.sort((one, other) => one - other),
    Array.from({ length: 1000 }, (_, index) => index + 1),
  );
  const [stored] = await sql.unsafe('select count(*) from ipam_ipaddress');
  assert.equal(Number(stored!.count), 1000);
});
