import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const settings = {
  CUSTOM_VALIDATORS: {
    'DCIM.Site': [
      { name: { min_length: 3, regex: '^[A-Z]' }, 'region.name': { neq: 'Closed' }, facility: { prohibited: true } },
    ],
  },
  PROTECTION_RULES: { 'dcim.site': [{ status: { eq: 'retired' } }] },
};
const writes = await tryWrites(sql, settings);
const made = async (model: string, input: Record<string, unknown>) => {
  const { keys, refused } = await writes.create(model, input);
  assert.deepEqual(refused, [], `${model} is made`);
  return Number(keys[0]);
};
const one = async (text: string, ...values: unknown[]) =>
  (await sql.unsafe(text, values as string[]))[0] as Record<string, string>;

test('custom validators and protection rules of the configuration', async () => {
  const region = await made('dcim.region', { name: 'Closed', slug: 'closed' });
  const site = { slug: 's1', status: 'active' };
  for (const [input, refused] of [
    [{ name: 'Ab' }, ['__all__']],
    [{ name: 'abcd' }, ['__all__']],
    [{ name: 'Abcd', facility: 'x' }, ['__all__']],
    [{ name: 'Abcd', region }, ['__all__']],
    [{ name: 'Abcd' }, []],
  ] as const)
    assert.deepEqual((await writes.create('dcim.site', { ...site, ...input })).refused, refused, JSON.stringify(input));
  const { id } = await one('select id from dcim_site');
  assert.deepEqual((await writes.remove('dcim.site', id!)).refused, [id]);
  await writes.update('dcim.site', { id, status: 'retired' });
  assert.deepEqual((await writes.remove('dcim.site', id!)).refused, []);
});

test('tags are assigned to their object types alone', async () => {
  await made('extras.tag', { name: 'Regions', slug: 'regions', object_types: ['dcim.region'] });
  const tags = [{ name: 'Regions' }];
  assert.deepEqual((await writes.create('dcim.site', { name: 'Tagged', slug: 't', tags })).refused.length > 0, true);
  assert.deepEqual((await writes.create('dcim.region', { name: 'Tagged', slug: 't', tags })).refused, []);
});

test('custom fields keep their values in step', async () => {
  const site = await made('dcim.site', { name: 'Fields', slug: 'fields' });
  const field = await made('extras.customfield', {
    name: 'rack_unit',
    type: 'integer',
    object_types: ['dcim.site'],
    default: 4,
  });
  const stored = async () =>
    JSON.parse(
      (await one('select custom_field_data from dcim_site where id = $1', site)).custom_field_data!,
    ) as unknown;
  assert.deepEqual(await stored(), { rack_unit: 4 });
  await writes.update('extras.customfield', { id: field, name: 'units' });
  assert.deepEqual(await stored(), { units: 4 });
  await writes.update('extras.customfield', { id: field, object_types: ['dcim.region'] });
  assert.deepEqual(await stored(), {});
  await writes.update('extras.customfield', { id: field, object_types: ['dcim.site'] });
  assert.deepEqual(await stored(), { units: 4 });
  await writes.remove('extras.customfield', field);
  assert.deepEqual(await stored(), {});
});

const object_types = ['dcim.site'];
for (const [input, field] of [
  [{ name: 'a b', type: 'text' }, 'name'],
  [{ name: 'a__b', type: 'text' }, 'name'],
  [{ name: 'f', type: 'integer', default: 'x' }, 'default'],
  [{ name: 'f', type: 'text', validation_minimum: 1 }, 'validation_minimum'],
  [{ name: 'f', type: 'integer', validation_regex: 'x' }, 'validation_regex'],
  [{ name: 'f', type: 'text', validation_regex: '(' }, 'validation_regex'],
  [{ name: 'f', type: 'boolean', unique: true }, 'unique'],
  [{ name: 'f', type: 'select' }, 'choice_set'],
  [{ name: 'f', type: 'object' }, 'related_object_type'],
  [{ name: 'f', type: 'text', related_object_type: 'dcim.site' }, 'type'],
  [{ name: 'f', type: 'text', validation_schema: { type: 'object' } }, 'validation_schema'],
  [{ name: 'f', type: 'text', object_types: ['users.user'] }, 'object_types'],
] as const)
  test(`no custom field is ${JSON.stringify(input)}`, async () =>
    assert.deepEqual((await writes.create('extras.customfield', { object_types, ...input })).refused, [field]));

test('choices in use are not removed', async () => {
  const set = await made('extras.customfieldchoiceset', {
    name: 'Colours',
    extra_choices: [
      ['r', 'Red'],
      ['g', 'Green'],
    ],
  });
  await made('extras.customfield', { name: 'colour', type: 'select', choice_set: set, object_types });
  await made('dcim.site', { name: 'Red', slug: 'red', custom_fields: { colour: 'r' } });
  const extra_choices = [['g', 'Green']];
  assert.deepEqual((await writes.update('extras.customfieldchoiceset', { id: set, extra_choices })).refused, [
    '__all__',
  ]);
  assert.deepEqual(
    (await writes.update('extras.customfieldchoiceset', { id: set, extra_choices: [['r', 'Red']] })).refused,
    [],
  );
});

test('values that were taken from another list than ours stay; new ones are of it', async () => {
  const site = await made('dcim.site', { name: 'Bases', slug: 'bases' });
  const bases = { airport: 'IATA', place: 'UN_LOCODE' };
  for (const [name, base] of Object.entries(bases))
    await made('extras.customfield', {
      name,
      type: 'select',
      object_types: ['dcim.site'],
      choice_set: await made('extras.customfieldchoiceset', {
        name: base,
        base_choices: base,
        extra_choices: [['x', 'X']],
      }),
    });
  await sql.unsafe(
    `update dcim_site set custom_field_data = custom_field_data || '{"airport": "000"}' where id = ${site}`,
  );
  for (const [custom_fields, isTaken] of [
    [{}, true],
    [{ airport: '000' }, true],
    [{ airport: '001' }, false],
    [{ airport: 'ZRH', place: 'CH-ZRH' }, true],
    [{ place: 'Zürich' }, false],
  ] as const)
    assert.equal(
      (await writes.update('dcim.site', { id: site, custom_fields })).refused.length === 0,
      isTaken,
      JSON.stringify(custom_fields),
    );
});

test('a custom field’s pattern is Python’s; one that cannot be followed here says so', async () => {
  const site = await made('dcim.site', { name: 'Patterns', slug: 'patterns' });
  const field = { type: 'text', object_types: ['dcim.site'] };
  await made('extras.customfield', { ...field, name: 'owner_name', validation_regex: '(?i)^zü\\w+\\Z' });
  const told = async (custom_fields: Record<string, unknown>) =>
    (await writes.update('dcim.site', { id: site, custom_fields })).refused;
  assert.deepEqual(await told({ owner_name: 'Zürich' }), []);
  assert.equal((await told({ owner_name: 'Bern' })).length, 1);
  const wrong = { ...field, name: 'wrong', validation_regex: '(a' };
  assert.deepEqual((await writes.create('extras.customfield', wrong)).refused, ['validation_regex']);
  await sql.unsafe(`update extras_customfield set validation_regex = '(a)?(?(1)b|c)' where name = 'owner_name'`);
  assert.equal((await told({ owner_name: 'Bern' })).length, 1);
});

test('an event rule needs conditions that can be read and an object to work on', async () => {
  const rule = { name: 'r', object_types, event_types: ['object_created'], action_type: 'webhook' };
  assert.deepEqual((await writes.create('extras.eventrule', rule)).refused, ['action_object_id']);
  const conditions = { and: [{ attr: 'status', op: 'nonsense', value: 1 }] };
  assert.deepEqual((await writes.create('extras.eventrule', { ...rule, conditions })).refused, ['conditions']);
});

test('a webhook has an address that can be called', async () => {
  for (const [payload_url, refused] of [
    ['file:///etc/passwd', ['payload_url']],
    ['https://', ['payload_url']],
    ['https://{{ host', ['payload_url']],
    ['https://{{ host }}/x', []],
    ['http://hook/x', []],
  ] as const)
    assert.deepEqual(
      (await writes.create('extras.webhook', { name: payload_url, payload_url })).refused,
      refused,
      payload_url,
    );
});

test('a config context is an object that its profile allows', async () => {
  const profile = await made('extras.configcontextprofile', {
    name: 'p',
    schema: { type: 'object', properties: { ntp: { type: 'string' } }, required: ['ntp'] },
  });
  for (const [data, refused] of [
    [[], ['data']],
    [{ ntp: 1 }, ['__all__']],
    [{ ntp: 'a' }, []],
  ] as const)
    assert.deepEqual((await writes.create('extras.configcontext', { name: 'c', profile, data })).refused, refused);
});

test('whoever subscribed is told of changes', async () => {
  const site = await made('dcim.site', { name: 'Watched', slug: 'watched' });
  await made('extras.subscription', { object_type: 'dcim.site', object_id: site, user: 1 });
  await writes.update('dcim.site', { id: site, description: 'x' });
  await writes.update('dcim.site', { id: site, description: 'y' });
  const rows = await sql.unsafe('select event_type, object_repr from extras_notification where object_id = $1', [site]);
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [{ event_type: 'object_updated', object_repr: 'Watched' }],
  );
});

test('users have good passwords, kept as hashes, and preferences', async () => {
  for (const password of ['Short1', 'alllowercase123', 'NODIGITSHERE'])
    assert.deepEqual((await writes.create('users.user', { username: 'u', password })).refused, ['__all__'], password);
  const user = await made('users.user', { username: 'Anna', password: 'LongEnough123', email: 'a@EXAMPLE.org' });
  assert.deepEqual((await writes.create('users.user', { username: 'anna', password: 'LongEnough123' })).refused, [
    '__all__',
  ]);
  const row = await one(
    'select u.password, u.email, c.data from users_user u join users_userconfig c on c.user_id = u.id where u.id = $1',
    user,
  );
  assert.match(row.password!, /^pbkdf2_sha256\$/);
  assert.equal(row.email, 'a@example.org');
});
