import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { netboxMigrations } from '../schema/migrations.ts';
import { assertNetBoxDatabase, compareMigrations } from './assert-netbox-database.ts';

type Rows = (readonly [string, string])[];
const all: Rows = [...netboxMigrations];
const without = (app: string, from: number): Rows =>
  all.filter(([a, name]) => a !== app || Number.parseInt(name, 10) < from);

const refused: [what: string, rows: Rows, kind: string, message: RegExp][] = [
  [
    'NetBox 4.6',
    without('dcim', 230),
    'older',
    /older than 4\.7\.3: it lacks dcim\.\S+, dcim\.\S+, dcim\.\S+ and \d+ more.*Upgrade/,
  ],
  ['NetBox 4.8', [...all, ['dcim', '0999_future']], 'newer', /newer than 4\.7\.3.*dcim\.0999_future/],
  [
    'another Django program',
    [
      ['auth', '0001_initial'],
      ['blog', '0001_initial'],
    ],
    'foreign',
    /another Django program/,
  ],
];
for (const [what, rows, kind, message] of refused)
  test(`${what} is refused`, () => {
    assert.throws(
      () => compareMigrations(rows, 'netbox'),
      (error: Error & { kind: string }) => error.kind === kind && message.test(error.message),
    );
  });

const accepted: [what: string, rows: Rows, plugins: string[]][] = [
  ['a new NetBox 4.7.3', all, []],
  ['one upgraded through the years', [...all, ['secrets', '0001_initial'], ['dcim', '0042_long_gone']], []],
  [
    'one with plugins',
    [...all, ['netbox_dns', '0001_initial'], ['netbox_bgp', '0001_initial']],
    ['netbox_bgp', 'netbox_dns'],
  ],
];
for (const [what, rows, plugins] of accepted)
  test(`${what} is accepted`, () => assert.deepEqual(compareMigrations(rows, 'netbox'), { plugins }));

test('an empty and a foreign database are told apart', async () => {
  const { sql } = await testDatabase({ empty: true });
  await assert.rejects(assertNetBoxDatabase(sql), { kind: 'empty' });
  await sql.unsafe('create table orders (id int)');
  await assert.rejects(assertNetBoxDatabase(sql), {
    kind: 'foreign',
    message: /it has tables, but no django_migrations/,
  });
});
