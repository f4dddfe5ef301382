import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { verifyPassword } from '#access/password.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { testDatabase } from '#test/database.ts';
import { applyBlueprint } from './apply-blueprint.ts';
import { fileReader } from './file-reader.ts';
import { readBlueprint } from './read-blueprint.ts';

const { sql } = await testDatabase();
const box = createSecretBox('blueprint '.repeat(6));
await makeTables(sql, box);

const folder = await mkdtemp(join(tmpdir(), 'blueprint-'));
after(() => rm(folder, { recursive: true }));
await mkdir(join(folder, 'below'));
await mkdir(join(folder, 'beside'));
await writeFile(join(folder, 'outside.txt'), 'out of reach');
await writeFile(join(folder, 'below/name.txt'), 'from a file\n');
await writeFile(join(folder, 'below/odd \u2028 ü.txt'), 'odd');
await symlink(join(folder, 'outside.txt'), join(folder, 'below/link.txt'));
await symlink(join(folder, 'below/name.txt'), join(folder, 'below/own.txt'));
const given = { box, checkExpression: async () => null, readFile: fileReader(join(folder, 'below')) };

const apply = (text: string, environment: Record<string, string> = {}, context: Record<string, unknown> = {}) =>
  sql.begin((transaction) => applyBlueprint(readBlueprint(text), { ...given, sql: transaction, environment, context }));
const done = async (text: string, environment: Record<string, string> = {}) =>
  (await apply(text, environment)).map((one) => one.done);

const shipped = await readFile(new URL('../../../authentik-blueprint.yaml', import.meta.url), 'utf8');
const environment = {
  NETBOX_URL: 'https://patchbay.example',
  NETBOX_CLIENT_SECRET: 'known to both',
  NETBOX_ADMIN_PASSWORD: 'long enough',
};

test("the blueprint that we ship makes the page's Preparation, and changes nothing when applied again", async () => {
  const made = ['created', 'created', 'created', 'created', 'updated', 'created', 'created'];
  assert.deepEqual(await done(shipped, environment), made);
  assert.deepEqual(
    await done(shipped, environment),
    made.map(() => 'unchanged'),
  );
  const [provider] = await sql.unsafe(
    `select p.client_id, p.client_secret, p.redirect_uris, p.consent, k.name as key, a.slug, a.launch_url,
       (select string_agg(m.scope_name, ' ' order by m.scope_name) from patchbay.identity_provider_mapping pm
        join patchbay.identity_scope_mapping m on m.id = pm.mapping_id where pm.provider_id = p.id) as scopes
     from patchbay.identity_provider p join patchbay.identity_application a on a.provider_id = p.id
     join patchbay.identity_key k on k.id = p.signing_key_id`,
  );
  assert.equal(box.open(provider!.client_secret), 'known to both');
  assert.deepEqual(JSON.parse(provider!.redirect_uris), [
    {
      matching_mode: 'strict',
      url: 'https://patchbay.example/oauth/complete/oidc/',
      redirect_uri_type: 'authorization',
    },
  ]);
  const { client_secret: _, redirect_uris: __, ...rest } = { ...provider };
  assert.deepEqual(rest, {
    client_id: 'netbox',
    consent: 'implicit',
    key: 'authentik Self-signed Certificate',
    slug: 'netbox',
    launch_url: 'https://patchbay.example',
    scopes: 'email openid profile roles',
  });
  const [user] = await sql.unsafe(
    `select u.password, g.name as group from patchbay.identity_user u
     join patchbay.identity_membership m on m.user_id = u.id join patchbay.identity_group g on g.id = m.group_id`,
  );
  assert.ok(await verifyPassword('long enough', user!.password));
  assert.equal(user!.group, 'netbox_admin');
});

test('without an environment neither a user nor a known secret is made, and a made secret stays', async () => {
  const other = shipped.replaceAll('name: NetBox\n', 'name: Other\n').replace('slug: netbox', 'slug: other');
  const given = { NETBOX_CLIENT_ID: 'other' };
  assert.deepEqual(await done(other, given), [
    'unchanged',
    'unchanged',
    'unchanged',
    'created',
    'skipped',
    'created',
    'skipped',
  ]);
  const secret = async () =>
    box.open(
      (await sql.unsafe("select client_secret from patchbay.identity_provider where name = 'Other'"))[0]!.client_secret,
    );
  const before = await secret();
  assert.match(before!, /^\w{128}$/);
  await apply(other, given);
  assert.equal(await secret(), before);
});

const entry = (text: string) => `version: 1\ncontext: {site: ams, nested: !Format ["%s!", x]}\nentries:\n${text}`;
const group = (name: string, more = '') =>
  entry(`- {model: authentik_core.group, identifiers: {name: ${name}}${more}}`);
const names: readonly [string, string][] = [
  ['!Env [NOT_SET, fallback]', 'fallback'],
  ['!Env GIVEN', 'from outside'],
  ['!Context site', 'ams'],
  ['!Context [other, default]', 'default'],
  ['!Context nested', 'x!'],
  ['!Format ["%s-%d%%", !Context site, 7]', 'ams-7%'],
  ['!If [true, yes it is, no]', 'yes it is'],
  ['!If [!Env [NOT_SET, ""], given, missing]', 'missing'],
  ['!If [!Condition [AND, true, !Context site], both, not both]', 'both'],
  ['!If [!Condition [XOR, true, true], odd, even]', 'even'],
  ['!If [!Condition [XNOR, true, true, true], even, odd]', 'odd'],
  ['!If [!Condition [NAND, true, 0], not all, all]', 'not all'],
  ['!If [!Condition [NOR, "", !Context [none, []]], none at all, some]', 'none at all'],
  ['!If [!Condition [or, false, !Context site], one, none]', 'one'],
  ['!Env [EMPTY, taken for none]', 'taken for none'],
  ['!File name.txt', 'from a file'],
  ['!File own.txt', 'from a file'],
  ['!File "odd \u2028 ü.txt"', 'odd'],
  ['!File [none.txt, no such file]', 'no such file'],
  ['!AtIndex [[a, b, c], 1]', 'b'],
  ['!AtIndex [[a, b, c], -1]', 'c'],
  ['!AtIndex [[a], 4, beyond]', 'beyond'],
  ['!AtIndex [{a: 1, b: two}, b]', 'two'],
  ['!AtIndex [{a: 1}, !Context site, not ams]', 'not ams'],
  ['!Format ["%s", !AtIndex [!ParseJSON \'{"deep": ["x", "y"]}\', deep, none]]', 'x,y'],
  ['!AtIndex [!AtIndex [!ParseJSON \'{"deep": ["x", "y"]}\', deep], 0]', 'x'],
  ['!AtIndex [!Enumerate [[a, b], SEQ, !Format ["%s%d", !Value 0, !Index 0]], 1]', 'b1'],
  ['!AtIndex [!Enumerate [{k: v}, MAP, [!Value 0, !Index 0]], v]', 'k'],
  ['!Format ["%s", !AtIndex [!Enumerate [[a, b], MAP, {x: [!Value 0]}], x]]', 'a,b'],
  [
    '!AtIndex [!AtIndex [!Enumerate [[[a, b], [c]], SEQ, !Enumerate [!Value 1, SEQ, !Format ["%s%s%s", !Value 0, !Index 1, !Index 0]]], 0], 1]',
    'b01',
  ],
  ['!AtIndex [!FindObject [authentik_providers_oauth2.scopemapping, [scope_name, email]], scope_name]', 'email'],
  ['!If [!FindObject [authentik_core.group, [name, nobody]], there, not there]', 'not there'],
];
for (const [tag, name] of names)
  test(`${tag} is "${name}"`, async () => {
    const [applied] = await apply(group(tag), { GIVEN: 'from outside', EMPTY: '' });
    assert.equal(applied!.display, name);
  });

test('a context that is given goes before the blueprint’s own', async () => {
  const [applied] = await apply(group('!Context site'), {}, { site: 'rtm' });
  assert.equal(applied!.display, 'rtm');
});

test('!FindObject tells an object by authentik’s names, others by their keys, and no secret', async () => {
  const found = (field: string) =>
    `!AtIndex [!FindObject [authentik_providers_oauth2.oauth2provider, [client_id, netbox]], ${field}, none]`;
  const application = `!AtIndex [!FindObject [authentik_core.application, [slug, netbox]], meta_launch_url]`;
  const attributes = `{secret: ${found('client_secret')}, mappings: ${found('property_mappings')}, url: ${application}}`;
  await apply(group('told', `, attrs: {attributes: ${attributes}}`));
  const [row] = await sql.unsafe("select attributes from patchbay.identity_group where name = 'told'");
  const { mappings, ...rest } = JSON.parse(row!.attributes) as { mappings: string[] };
  assert.deepEqual(rest, { secret: 'none', url: 'https://patchbay.example' });
  assert.equal(mappings.length, 4);
  assert.ok(mappings.every((id) => /^[0-9a-f-]{36}$/.test(id)));
});

test('entries may stand in sections, with a model and a state by tag, and labels in the metadata', async () => {
  const text = `
version: 1
metadata:
  name: sections
  labels: {blueprints.goauthentik.io/instantiate: "false", blueprints.goauthentik.io/description: what it is}
context: {states: [present, absent]}
entries:
  first:
    - model: !Format ["authentik_core.%s", group]
      state: !AtIndex [!Context states, 0]
      identifiers: {name: in a section}
  second:
    - model: authentik_blueprints.metaapplyblueprint
      attrs: {identifiers: {name: Default - Authentication flow}, required: false}
    - model: authentik_core.group
      state: !AtIndex [!Context states, 1]
      identifiers: {name: in a section}
      attrs:
`;
  assert.equal(readBlueprint(text).labels['blueprints.goauthentik.io/description'], 'what it is');
  const applied = await apply(text);
  assert.deepEqual(
    applied.map((one) => one.done),
    ['created', 'skipped', 'deleted'],
  );
  assert.match(applied[1]!.why!, /always here/);
});

test('a pk that is not there leaves it to the other identifiers', async () => {
  const pk = '00000000-0000-4000-8000-000000000000';
  const text = (name: string) => entry(`- {model: authentik_core.group, identifiers: {pk: ${pk}, name: ${name}}}`);
  assert.deepEqual(await done(text('by pk')), ['created']);
  assert.deepEqual(await done(text('by pk')), ['unchanged']);
});

test('entries of a list are made by an enumeration in the attributes', async () => {
  const text = entry(
    `- model: authentik_core.application
  identifiers: {slug: enumerated}
  attrs:
    name: Enumerated
    policy_engine_mode: any
- model: authentik_core.group
  identifiers: {name: of networks}
  attrs:
    attributes:
      networks: !Enumerate [{ams: 10, rtm: 20}, SEQ, {site: !Index 0, vlan: !Value 0}]`,
  );
  assert.deepEqual(await done(text), ['created', 'created']);
  assert.deepEqual(await done(text), ['unchanged', 'unchanged']);
  const [row] = await sql.unsafe("select attributes from patchbay.identity_group where name = 'of networks'");
  assert.deepEqual(JSON.parse(row!.attributes).networks, [
    { site: 'ams', vlan: 10 },
    { site: 'rtm', vlan: 20 },
  ]);
});

test('states: created leaves alone, must_created insists, absent deletes', async () => {
  assert.deepEqual(await done(group('s', ', attrs: {attributes: {a: 1}}')), ['created']);
  assert.deepEqual(await done(group('s', ', state: created, attrs: {attributes: {a: 2}}')), ['unchanged']);
  await assert.rejects(apply(group('s', ', state: must_created')), /line 4: the object is there already/);
  assert.deepEqual(await done(group('s', ', state: absent')), ['deleted']);
  assert.deepEqual(await done(group('s', ', state: absent')), ['skipped']);
});

test('a binding says who may use an application', async () => {
  const binding = entry(
    [
      '- {model: authentik_core.application, id: app, identifiers: {slug: bound}, attrs: {name: Bound}}',
      '- {model: authentik_core.group, id: some, identifiers: {name: some}}',
      '- {model: authentik_policies.policybinding, identifiers: {target: !KeyOf app, order: 0}, attrs: {group: !KeyOf some}}',
    ].join('\n'),
  );
  assert.deepEqual(await done(binding), ['created', 'created', 'created']);
  assert.deepEqual(await done(binding), ['unchanged', 'unchanged', 'unchanged']);
});

const refused: [string, RegExp][] = [
  ['- {model: authentik_core.group, identifiers: {name: a}, states: absent}', /line 4: an entry has no states/],
  [
    '- {model: authentik_core.group, identifiers: {name: a}, permissions: [{permission: x}]}',
    /line 4: there are no permissions/,
  ],
  ['- {model: authentik_core.group, identifiers: {name: a}, state: gone}', /line 4: state must be one of present/],
  ['- {model: authentik_core.group, identifiers: {name: a}, conditions: 1}', /line 4: conditions must be a list/],
  ['- {model: authentik_core.group}', /line 4: An entry needs identifiers/],
  ['- 1', /line 4: an entry is an object with a model/],
  ['- {model: authentik_core.brand, identifiers: {domain: x}}', /line 4: there is no model authentik_core.brand here/],
  ['- {model: authentik_core.group, identifiers: {name: !KeyOf nobody}}', /line 4: !KeyOf finds no entry/],
  ['- {model: authentik_core.group, identifiers: {name: !Nothing a}}', /line 4: the tag !Nothing is not known/],
  ['- {model: authentik_core.group, identifiers: {name: a}, attrs: {colour: red}}', /colour: Group has no such field/],
  ['- {model: authentik_core.application, identifiers: {slug: token}, attrs: {name: x}}', /slug: A slug has letters/],
  ['- {model: authentik_core.group, identifiers: {name: [}}', /line 4/],
];
const refusedNames: readonly [string, RegExp][] = [
  ['!File /etc/passwd', /line 4: !File reads files in the folder of the blueprint alone, not \/etc\/passwd/],
  ['!File ../outside.txt', /in the folder of the blueprint alone/],
  ['!File [../none.txt, default]', /in the folder of the blueprint alone/],
  ['!File link.txt', /in the folder of the blueprint alone, not link.txt/],
  ['!File .', /in the folder of the blueprint alone/],
  ['!File "name.txt\\0.yaml"', /null character/],
  ['!Value 0', /!Value has a meaning within !Enumerate alone/],
  ['!Index', /!Index takes a depth/],
  ['!Enumerate [[a], SEQ, !Value 1]', /!Value goes 1 up, and there are 1 around it/],
  ['!Enumerate [!Value 0, SEQ, a]', /asked to go through its own items/],
  ['!Enumerate [!AtIndex [!Value 0, 0], SEQ, a]', /stands in what is to be enumerated/],
  ['!Enumerate [text, SEQ, a]', /lists and mappings alone/],
  ['!Enumerate [[a], SET, a]', /gives SEQ or MAP, not SET/],
  ['!Enumerate [[a], MAP, a]', /MAP of mappings and of pairs alone/],
  ['!Enumerate [[a], SEQ]', /takes \[list or mapping, SEQ or MAP, body\]/],
  ['!AtIndex [[a], 1]', /!AtIndex finds nothing at 1/],
  ['!AtIndex [[a], b]', /whole number/],
  ['!AtIndex [!FindObject [authentik_core.group, [name, nobody]], name]', /finds nothing at name/],
  ['!Condition [MAYBE, 1]', /knows no mode MAYBE/],
  ['!Condition [AND]', /takes \[AND or another mode, value/],
  ['!Find [authentik_core.brand, [domain, x]]', /line 4: !Find there is no model authentik_core.brand here/],
  ['!Find [authentik_core.group, [colour, x]]', /no field colour to be found by/],
  ['!FindObject [authentik_core.group]', /takes \[model, \[field, value\], …\]/],
  ['!ParseJSON "{"', /line 4: !ParseJSON/],
  ['!Format ["%s"]', /not as many values/],
];
refused.push(
  ...refusedNames.map(
    ([name, message]) => [`- {model: authentik_core.group, identifiers: {name: ${name}}}`, message] as [string, RegExp],
  ),
);
for (const [text, message] of refused)
  test(`${text} is refused, and nothing is done`, async () => {
    const first = '- {model: authentik_core.group, identifiers: {name: never}}\n';
    await assert.rejects(apply(entry(text)), message);
    await assert.rejects(apply(entry(first + text)));
    assert.equal((await sql.unsafe("select from patchbay.identity_group where name = 'never'")).length, 0);
  });
