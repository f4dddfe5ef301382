import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { ownApp } from '#test/own-app.ts';
import { apiToken } from '#test/running-server.ts';

const { sql } = await testDatabase();
const address = await ownApp(sql);

/** What the tests look at in an answer: the objects that were written, or the step that was refused. */
type Answer = readonly { readonly primary_ip4?: { readonly address: string }; readonly mac_address?: string }[] & {
  readonly step?: number;
  readonly errors: Readonly<Record<string, unknown>>;
};

async function together(steps: unknown): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${address}/patchbay/together/`, {
    method: 'POST',
    headers: { Authorization: `Token ${apiToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ steps }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const count = async (table: string) => Number((await sql.unsafe(`select count(*) from ${table}`))[0]!.count);
const of = (step: number) => ({ $step: step });

test('later steps name what earlier ones wrote, and all is logged as one request', async () => {
  const { status, body } = await together([
    { model: 'dcim/manufacturers', body: { name: 'Maker', slug: 'maker' } },
    { model: 'dcim/device-types', body: { manufacturer: of(0), model: 'Box', slug: 'box' } },
    { model: 'dcim/device-roles', body: { name: 'Role', slug: 'role' } },
    { model: 'dcim/sites', body: { name: 'Site', slug: 'site' } },
    { model: 'dcim/devices', body: { name: 'box1', device_type: of(1), role: of(2), site: of(3) } },
    { model: 'dcim/interfaces', body: { device: of(4), name: 'eth0', type: '1000base-t' } },
    {
      model: 'ipam/ip-addresses',
      body: { address: '10.0.0.1/24', assigned_object_type: 'dcim.interface', assigned_object_id: of(5) },
    },
    { model: 'dcim/devices', id: of(4), body: { primary_ip4: of(6) } },
    {
      model: 'dcim/mac-addresses',
      body: { mac_address: '02:00:00:00:00:01', assigned_object_type: 'dcim.interface', assigned_object_id: of(5) },
    },
    { model: 'dcim/interfaces', id: of(5), body: { primary_mac_address: of(8) } },
  ]);
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.length, 10);
  assert.equal(body[7]?.primary_ip4?.address, '10.0.0.1/24');
  assert.equal(body[9]?.mac_address, '02:00:00:00:00:01');
  const [{ requests }] = (await sql.unsafe(
    'select count(distinct request_id) as requests from core_objectchange',
  )) as unknown as [{ requests: string }];
  assert.equal(Number(requests), 1);
});

test('what one step refuses undoes all of them and is told with its number', async () => {
  const before = await count('core_objectchange');
  const { status, body } = await together([
    { model: 'dcim/regions', body: { name: 'Region', slug: 'region' } },
    { model: 'dcim/sites', body: { name: 'Site', slug: 'other', region: of(0) } },
  ]);
  assert.equal(status, 400);
  assert.equal(body.step, 1);
  assert.deepEqual(Object.keys(body.errors), ['name']);
  assert.equal(await count('dcim_region'), 0);
  assert.equal(await count('core_objectchange'), before);
});

const refused: readonly [what: string, steps: unknown, status: number, message: RegExp][] = [
  ['no steps', [], 400, /list of steps/],
  ['something else', 'x', 400, /list of steps/],
  ['a malformed step', [{ model: 'dcim/sites' }], 400, /list of steps/],
  ['a step that follows', [{ model: 'dcim/sites', body: { region: of(1) } }], 400, /not done yet/],
  ['a reference to nothing', [{ model: 'dcim/sites', id: { $step: 'x' }, body: {} }], 400, /not done yet/],
  [
    'a model that nobody serves',
    [{ model: 'dcim/nothing', body: {} }],
    404,
    /There is no model dcim\/nothing to write to/,
  ],
  ['an object that isn’t there', [{ model: 'dcim/sites', id: 999, body: {} }], 404, /No Site/],
  [
    'an object that was changed meanwhile',
    [{ model: 'dcim/sites', id: 1, body: {}, ifMatch: 'W/"0"' }],
    412,
    /Precondition/,
  ],
];

for (const [what, steps, status, message] of refused)
  test(`${what} is refused`, async () => {
    const answer = await together(steps);
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    assert.match(JSON.stringify(answer.body), message);
  });
