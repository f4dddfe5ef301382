import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tryWrites } from './try-writes.ts';

const { sql } = await testDatabase();
const writes = await tryWrites(sql);
const { made } = writes;
const all = async (text: string, ...values: unknown[]) =>
  (await sql.unsafe(text, values as string[])).map((row) => Object.values(row).join(' '));
const logged = (since: string) =>
  all(
    `select o.action || ' ' || t.model || ' ' || o.object_repr from core_objectchange o
     join django_content_type t on t.id = o.changed_object_type_id where o.time > $1 order by o.id`,
    since,
  );
const now = async () => (await all('select clock_timestamp()::text'))[0]!;

test('a PUT empties what NetBox gives a default to, and leaves the rest', async () => {
  const group = await made('tenancy.tenantgroup', { name: 'G', slug: 'g' });
  const tenant = await made('tenancy.tenant', { name: 'T', slug: 't', group, description: 'kept' });
  const region = await made('dcim.region', { name: 'R', slug: 'r' });
  const below = await made('dcim.region', { name: 'B', slug: 'b', parent: region });
  const site = await made('dcim.site', { name: 'S', slug: 's', status: 'active', region });
  const prefix = await made('ipam.prefix', { prefix: '10.0.0.0/8', scope_type: 'dcim.site', scope_id: site, tenant });
  const named = { name: 'D', type: 'chiller', site };
  const source = await made('dcim.coolingsource', { ...named, status: 'failed' });
  const cases: [model: string, body: Record<string, unknown>, columns: string, left: string][] = [
    ['tenancy.tenant', { id: tenant, name: 'T', slug: 't' }, 'group_id, description', ' kept'],
    ['dcim.region', { id: below, name: 'B', slug: 'b' }, 'parent_id', ''],
    ['dcim.site', { id: site, name: 'S', slug: 's' }, 'region_id, status', `${region} active`],
    ['ipam.prefix', { id: prefix, prefix: '10.0.0.0/8' }, 'scope_type_id, scope_id, tenant_id', `  ${tenant}`],
    ['dcim.coolingsource', { id: source, ...named }, 'status', 'active'],
  ];
  for (const [model, body, columns, left] of cases) {
    assert.deepEqual((await writes.replace(model, body)).refused, [], model);
    const table = model.replace('.', '_');
    assert.deepEqual(await all(`select ${columns} from ${table} where id = $1`, body.id), [left], model);
  }
});

test('values are judged each by itself before the object as a whole', async () => {
  const site = await made('dcim.site', { name: 'Once', slug: 'once', status: 'active' });
  const rack = { site, name: 'K', asset_tag: 'A', status: 'active' };
  await made('dcim.rack', rack);
  const rir = await made('ipam.rir', { name: 'RIR', slug: 'rir' });
  await made('ipam.asn', { asn: 65000, rir });
  const cases: [model: string, body: Record<string, unknown>, refused: string[]][] = [
    ['dcim.site', { name: 'Once', slug: 'no slug' }, ['slug', 'name']],
    ['dcim.site', { name: 'Once', slug: 'once', status: 'none' }, ['status', 'name', 'slug']],
    ['dcim.rack', { ...rack, u_height: 500 }, ['u_height', 'asset_tag']],
    ['dcim.rack', rack, ['asset_tag']],
    ['ipam.asn', { asn: 65001 }, ['rir']],
    ['ipam.asn', { asn: 65000 }, ['asn']],
    ['tenancy.contact', { name: 'C', tags: 'x' }, ['tags']],
    ['tenancy.contact', { name: 'C', tags: [null] }, ['tags']],
    ['tenancy.contact', { name: 'C', add_tags: 'x' }, ['__all__']],
    ['dcim.device', { vc_position: 256 }, ['device_type', 'role', 'site', 'vc_position']],
    ['dcim.site', { name: 'Nowhere', slug: 'nowhere', latitude: '' }, []],
    ['circuits.circuittype', { name: 'Plain', slug: 'plain', color: '' }, []],
  ];
  for (const [model, body, refused] of cases)
    assert.deepEqual(
      [...(await writes.create(model, body)).refused].sort(),
      [...refused].sort(),
      `${model} ${JSON.stringify(body)}`,
    );
});

test('what goes with a deleted object is logged where NetBox logs it', async () => {
  const tag = await made('extras.tag', { name: 'Blue', slug: 'blue' });
  const tags = [{ name: 'Blue' }];
  await made('dcim.manufacturer', { name: 'Tagged', slug: 'tagged', tags });
  const platform = await made('dcim.platform', { name: 'OS', slug: 'os' });
  const manufacturer = await made('dcim.manufacturer', { name: 'M', slug: 'm' });
  await made('dcim.devicetype', { manufacturer, model: 'DT', slug: 'dt', default_platform: platform });
  const cases: [model: string, key: number, log: string[]][] = [
    ['extras.tag', tag, ['delete tag Blue', 'update manufacturer Tagged']],
    ['dcim.platform', platform, ['delete platform OS']],
  ];
  for (const [model, key, log] of cases) {
    const since = await now();
    assert.deepEqual((await writes.remove(model, key)).refused, []);
    assert.deepEqual((await logged(since)).sort(), log, model);
  }
  assert.deepEqual(await all('select default_platform_id from dcim_devicetype'), ['']);
  assert.deepEqual(await all('select tag_id from extras_taggeditem'), []);
});

test('custom fields: what has no default stays unsaid, and what is said is searched', async () => {
  const field = { object_types: ['tenancy.contact'], type: 'text', search_weight: 500 };
  await made('extras.customfield', { ...field, name: 'badge' });
  await made('extras.customfield', { ...field, name: 'floor', type: 'integer', default: 3 });
  await made('extras.customfield', { ...field, name: 'silent', search_weight: 0, default: 'x' });
  const key = await made('tenancy.contact', { name: 'C', custom_fields: {} });
  const data = () => all('select custom_field_data::text from tenancy_contact where id = $1', key);
  const indexed = () =>
    all(
      `select field, type, value, weight from extras_cachedvalue where object_id = $1 and field like 'cf%' order by 1`,
      key,
    );
  assert.deepEqual(await data(), ['{"floor": 3, "silent": "x"}']);
  assert.deepEqual(await indexed(), ['cf_floor int 3 500']);
  await writes.update('tenancy.contact', { id: key, custom_fields: { badge: 'B7' } });
  assert.deepEqual(await indexed(), ['cf_badge str B7 500', 'cf_floor int 3 500']);
});

test('a provider takes over the accounts that it is given', async () => {
  const first = await made('circuits.provider', { name: 'P1', slug: 'p1' });
  const account = await made('circuits.provideraccount', { provider: first, account: 'A' });
  const second = await made('circuits.provider', { name: 'P2', slug: 'p2', accounts: [account] });
  assert.deepEqual(await all('select provider_id from circuits_provideraccount'), [String(second)]);
});

test('a config context names its tags by slug', async () => {
  await made('extras.tag', { name: 'Core', slug: 'core' });
  for (const [tags, refused] of [
    [['core'], []],
    [['none'], ['tags']],
    [[{ name: 'Core' }], ['tags']],
  ] as const)
    assert.deepEqual(
      (await writes.create('extras.configcontext', { name: `CC ${String(tags[0])}`, data: { a: 1 }, tags })).refused,
      refused,
    );
});
