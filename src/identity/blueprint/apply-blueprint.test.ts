import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { verifyPassword } from '#access/password.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { testDatabase } from '#test/database.ts';
import { applyBlueprint } from './apply-blueprint.ts';
import { readBlueprint } from './read-blueprint.ts';

const { sql } = await testDatabase();
const box = createSecretBox('blueprint '.repeat(6));
await makeTables(sql, box);

const apply = (text: string, environment: Record<string, string> = {}) =>
  sql.begin((transaction) =>
    applyBlueprint(readBlueprint(text), { sql: transaction, box, checkExpression: async () => null, environment }),
  );
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
];
for (const [tag, name] of names)
  test(`${tag} is "${name}"`, async () => {
    const [applied] = await apply(group(tag), { GIVEN: 'from outside' });
    assert.equal(applied!.display, name);
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

const refused: readonly [string, RegExp][] = [
  ['- 1', /line 4: an entry is an object with a model/],
  ['- {model: authentik_core.brand, identifiers: {domain: x}}', /line 4: there is no model authentik_core.brand here/],
  ['- {model: authentik_core.group, identifiers: {name: !KeyOf nobody}}', /line 4: !KeyOf finds no entry/],
  ['- {model: authentik_core.group, identifiers: {name: !File /etc/passwd}}', /line 4: the tag !File is not known/],
  ['- {model: authentik_core.group, identifiers: {name: a}, attrs: {colour: red}}', /colour: Group has no such field/],
  ['- {model: authentik_core.application, identifiers: {slug: token}, attrs: {name: x}}', /slug: A slug has letters/],
  ['- {model: authentik_core.group, identifiers: {name: [}}', /line 4/],
];
for (const [text, message] of refused)
  test(`${text} is refused, and nothing is done`, async () => {
    const first = '- {model: authentik_core.group, identifiers: {name: never}}\n';
    await assert.rejects(apply(entry(text)), message);
    await assert.rejects(apply(entry(first + text)));
    assert.equal((await sql.unsafe("select from patchbay.identity_group where name = 'never'")).length, 0);
  });
