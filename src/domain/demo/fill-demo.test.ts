import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { localRequest } from '#server/local-request.ts';
import { testDatabase } from '#test/database.ts';
import { DemoRefused, fillDemo } from './fill-demo.ts';

const { sql } = await testDatabase();
const request = await localRequest(sql, defaultSettings);
const rows = async (text: string) => Array.from((await sql.unsafe(text).values()) as unknown as (string | null)[][]);
const count = async (from: string) => Number((await rows(`select count(*) from ${from}`))[0]![0]);

test('an empty database is filled', async (t) => {
  const begin = performance.now();
  await fillDemo(request);
  t.diagnostic(`filled in ${Math.round(performance.now() - begin)} ms`);
});

const counts: readonly (readonly [from: string, least: number])[] = [
  ['dcim_site', 3],
  ['dcim_rack', 33],
  ['dcim_device', 295],
  ['dcim_interface', 2000],
  ['dcim_frontport', 1000],
  ['dcim_cable', 1100],
  ['dcim_powerfeed', 42],
  ['dcim_coolingfeed', 16],
  ['ipam_prefix', 30],
  ['ipam_vlan', 21],
  ['ipam_ipaddress', 350],
  ['circuits_circuit', 6],
  ['circuits_circuittermination', 12],
  ['vpn_tunneltermination', 2],
  ['wireless_wirelesslan', 2],
  ['wireless_wirelesslink', 1],
  ['virtualization_virtualmachine', 40],
  ['tenancy_contactassignment', 10],
  ['extras_customfield', 3],
  ['extras_configcontext', 5],
];
for (const [table, least] of counts)
  test(`${table} has ${least} rows or more`, async () => {
    const found = await count(table);
    assert.ok(found >= least, `it has ${found}`);
  });

test('every server reaches a switch through two panels', async () => {
  const paths = await rows(
    `select d.name, p.is_complete, p.is_active, json_array_length(p.path::json), s.name from dcim_interface i
     join dcim_device d on d.id = i.device_id join dcim_cablepath p on p.id = i._path_id
     left join lateral (select e.name from dcim_interface o join dcim_device e on e.id = o.device_id
       where p.path -> -1 ->> 0 = (select id from django_content_type where app_label = 'dcim' and model = 'interface') || ':' || o.id) s on true
     where i.name in ('eth0', 'eth1') and d.name like '%srv%'`,
  );
  assert.equal(paths.length, 2 * 8 * 7 * 2);
  for (const [server, complete, active, steps, peer] of paths) {
    assert.deepEqual([complete, active], ['t', 't'], server!);
    assert.equal(steps, '9', `${server}: interface, cable, front, rear, cable, rear, front, cable, interface`);
    assert.match(peer!, /-leaf-\d$/, server!);
  }
});

test('no path that was begun is left open, save at ends that lead nowhere on purpose', async () => {
  assert.equal(await count('dcim_cablepath where is_split'), 0);
  assert.equal(await count('dcim_powerport where cable_id is not null and _path_id is null'), 0);
  assert.equal(
    await count(
      `dcim_interface i join dcim_device d on d.id = i.device_id join dcim_cablepath p on p.id = i._path_id where d.name like '%-ap-%' and p.is_complete`,
    ),
    36,
  );
});

test('devices have primary addresses, servers out-of-band ones; the change log knows everything', async () => {
  assert.equal(await count(`dcim_device where name like '%srv%' and (primary_ip4_id is null or oob_ip_id is null)`), 0);
  assert.equal(await count('virtualization_virtualmachine where primary_ip4_id is null'), 0);
  const type = `(select id from django_content_type where app_label = 'dcim' and model = 'device')`;
  assert.equal(
    await count(`core_objectchange where action = 'create' and changed_object_type_id = ${type}`),
    await count('dcim_device'),
  );
});

test('a database that is not empty is refused and left alone', async () => {
  const before = await rows('select count(*), max(id) from core_objectchange');
  await assert.rejects(fillDemo(request), (error: Error) => {
    assert.ok(error instanceof DemoRefused);
    assert.match(error.message, /only goes into an empty database, and this one has .* more\. Start without --demo/);
    return true;
  });
  assert.deepEqual(await rows('select count(*), max(id) from core_objectchange'), before);
});
