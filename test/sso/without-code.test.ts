import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { forgingProvider } from './forging-provider.ts';
import { oidcEnvironment } from './oidc-environment.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const { sql } = database;
const provider = await forgingProvider();

beforeEach(async () => {
  await sql.unsafe('truncate users_user, users_group, users_objectpermission, django_session cascade');
  await sql.unsafe(
    `insert into users_group (name, description) values ('network', ''), ('admins', ''), ('local', ''), ('readers', '')`,
  );
});

/** Logs in with these claims at a Patchbay with these settings; what became of the account. */
async function logIn(settings: Record<string, unknown>, claims: Record<string, unknown>) {
  provider.claims = { sub: 'alice-id', preferred_username: 'alice', ...claims };
  const address = await served(settings);
  const { notice } = await new Visitor(address).logIn('oidc');
  return { refused: notice?.message ?? null, ...(await account('alice')) };
}

const open = new Map<string, string>();
async function served(settings: Record<string, unknown>): Promise<string> {
  const key = JSON.stringify(settings);
  const address =
    open.get(key) ?? (await openPatchbay(database, { ...oidcEnvironment(provider), SETTINGS_JSON: key })).address;
  open.set(key, address);
  return address;
}

async function account(name: string) {
  const [user] = await sql.unsafe(
    `select is_superuser = 't' as super, (select string_agg(g.name, ' ' order by g.name)
       from users_user_groups m join users_group g on g.id = m.group_id where m.user_id = u.id) as groups
     from users_user u where username = $1`,
    [name],
  );
  return { groups: (user?.groups ?? null) as string | null, superuser: user?.super === 't' };
}

const sync = { REMOTE_AUTH_GROUP_SYNC_ENABLED: true };
const cases: [
  what: string,
  settings: Record<string, unknown>,
  claims: Record<string, unknown>,
  groups: string | null,
  superuser?: boolean,
][] = [
  ['groups that there are', sync, { groups: ['network', 'unknown'] }, 'network'],
  [
    'groups are made',
    { ...sync, REMOTE_AUTH_AUTO_CREATE_GROUPS: true },
    { groups: ['network', 'made'] },
    'made network',
  ],
  ['no claim', sync, {}, null],
  ['a single text', sync, { groups: 'network' }, 'network'],
  ['nothing where it is off', {}, { groups: ['network'] }, null],
  [
    'a path',
    { ...sync, SSO_GROUPS_CLAIM: 'resource_access.netbox.roles' },
    { resource_access: { netbox: { roles: ['network'] } } },
    'network',
  ],
  [
    'a claim with dots',
    { ...sync, SSO_GROUPS_CLAIM: 'https://x.org/groups' },
    { 'https://x.org/groups': ['network'] },
    'network',
  ],
  [
    'a map',
    { ...sync, SSO_GROUP_MAP: { 'nb-net': 'network', 'nb-all': ['readers', 'local'] } },
    { groups: ['nb-net', 'nb-all', 'admins'] },
    'local network readers',
  ],
  [
    'a prefix',
    { ...sync, REMOTE_AUTH_AUTO_CREATE_GROUPS: true, SSO_GROUP_PREFIX: 'nb-' },
    { groups: ['nb-x', 'network'] },
    'nb-x',
  ],
  [
    'a map and a prefix',
    { ...sync, REMOTE_AUTH_AUTO_CREATE_GROUPS: true, SSO_GROUP_PREFIX: 'nb-', SSO_GROUP_MAP: { net: 'network' } },
    { groups: ['nb-x', 'net', 'admins'] },
    'nb-x network',
  ],
  [
    'a superuser by group',
    { ...sync, REMOTE_AUTH_SUPERUSER_GROUPS: ['admins'] },
    { groups: ['admins'] },
    'admins',
    true,
  ],
  [
    'a superuser by a group that isn’t here',
    { ...sync, REMOTE_AUTH_SUPERUSER_GROUPS: ['superusers'] },
    { groups: ['superusers'] },
    null,
    true,
  ],
  ['a superuser by name', { ...sync, REMOTE_AUTH_SUPERUSERS: ['alice'] }, {}, null, true],
  ['default groups', { REMOTE_AUTH_DEFAULT_GROUPS: ['readers', 'nothing'] }, {}, 'readers'],
  [
    'default groups beside the claim',
    { ...sync, REMOTE_AUTH_DEFAULT_GROUPS: ['readers'] },
    { groups: ['network'] },
    'network readers',
  ],
  [
    'values that are no names',
    sync,
    { groups: ['network', 5, null, { name: 'x' }, '', 'x'.repeat(151), 'a\u0000b'] },
    'network',
  ],
];
for (const [what, settings, claims, groups, superuser = false] of cases)
  test(`groups: ${what}`, async () => {
    assert.deepEqual(await logIn(settings, claims), { refused: null, groups, superuser });
  });

test('what the provider gave goes with it; what was given by hand stays', async () => {
  const settings = { ...sync, REMOTE_AUTH_SUPERUSER_GROUPS: ['admins'] };
  await logIn(settings, { groups: ['network', 'admins'] });
  await sql.unsafe(`insert into users_user_groups (user_id, group_id)
    select u.id, g.id from users_user u, users_group g where u.username = 'alice' and g.name = 'local'`);
  assert.deepEqual(await logIn(settings, { groups: ['network'] }), {
    refused: null,
    groups: 'local network',
    superuser: false,
  });
  // Also what the provider says and was there before it said so.
  await logIn(settings, { groups: ['network', 'local'] });
  assert.equal((await logIn(settings, { groups: [] })).groups, 'local');
});

test('a role that no setting speaks of is left as it is', async () => {
  await logIn(sync, {});
  await sql.unsafe('update users_user set is_superuser = true');
  assert.equal((await logIn(sync, {})).superuser, true);
});

test('default permissions, once', async () => {
  const settings = { REMOTE_AUTH_DEFAULT_PERMISSIONS: { 'dcim.view_site': [{ name: 'x' }], nonsense: null } };
  await logIn(settings, {});
  await logIn(settings, {});
  const rows = await sql.unsafe('select actions, constraints from users_objectpermission');
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [{ actions: '{view}', constraints: '[{"name": "x"}]' }],
  );
});

test('nobody without one of the groups, and they are told', async () => {
  const settings = { ...sync, SSO_DENY_WITHOUT_GROUP: true };
  const refused = await logIn(settings, { groups: ['sales', 'hr'] });
  assert.equal(refused.refused, 'None of your groups at OpenID Connect is let in here: sales, hr.');
  assert.equal((await sql.unsafe('select 1 from users_user')).length, 0);
  assert.match((await logIn(settings, {})).refused!, /doesn't tell any group of yours \(claim "groups"\)/);
  assert.equal((await logIn(settings, { groups: ['network'] })).refused, null);
});

test('Microsoft’s token that leaves groups out takes nothing away', async () => {
  await logIn(sync, { groups: ['network'] });
  const answer = await logIn(sync, { _claim_names: { groups: 'src1' } });
  assert.match(answer.refused!, /too many of them/);
  assert.equal(answer.groups, 'network');
});

async function local(email: string) {
  await sql.unsafe(
    `insert into users_user (password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
     values ('!x', false, 'alice', '', '', $1, true, now())`,
    [email],
  );
}
const count = async () => (await sql.unsafe('select 1 from users_user')).length;

const taken: [
  what: string,
  settings: Record<string, unknown>,
  email: string,
  claims: Record<string, unknown>,
  refused: RegExp | null,
  accounts: number,
][] = [
  ['verified', {}, 'Alice@x.org', { email: 'alice@x.org', email_verified: true }, null, 1],
  [
    'verified, of another name',
    {},
    'a@x.org',
    { preferred_username: 'a.liddell', email: 'a@x.org', email_verified: true },
    null,
    1,
  ],
  ['not verified', {}, 'a@x.org', { email: 'a@x.org', email_verified: false }, /An administrator can link the two/, 1],
  ['silent', {}, 'a@x.org', { email: 'a@x.org' }, /account "alice" already/, 1],
  ['another address', {}, 'a@x.org', { email: 'b@x.org', email_verified: true }, /account "alice" already/, 1],
  ['trusted', { SOCIAL_AUTH_OIDC_TRUST_EMAIL: true }, 'a@x.org', { email: 'a@x.org' }, null, 1],
  ['linking is off', { SSO_LINK_BY_EMAIL: false }, 'a@x.org', { email: 'a@x.org', email_verified: true }, /already/, 1],
  ['NetBox’s second account', { SSO_TAKEN_USERNAME: 'suffix' }, '', {}, null, 2],
];
for (const [what, settings, email, claims, refused, accounts] of taken)
  test(`a name that is taken: ${what}`, async () => {
    await local(email);
    const answer = await logIn(settings, claims);
    if (refused) assert.match(answer.refused!, refused);
    else assert.equal(answer.refused, null);
    assert.equal(await count(), accounts);
  });

test('an administrator links who was refused; then they are in', async () => {
  await local('');
  await logIn({}, {});
  const admin = new Visitor(await served({}));
  provider.claims = { sub: 'root-id', preferred_username: 'root' };
  await admin.logIn('oidc');
  await sql.unsafe("update users_user set is_superuser = true where username = 'root'");
  const { refused } = await admin.json('/patchbay/sso/');
  assert.deepEqual([refused[0].provider, refused[0].uid, refused[0].username], ['oidc', 'alice-id', 'alice']);
  const { csrf } = await admin.session();
  const send = (body: unknown) =>
    admin.send('/patchbay/sso/links/', {
      method: 'POST',
      headers: { 'x-csrftoken': csrf, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  assert.equal((await send({ username: 'nobody', provider: 'oidc', uid: 'alice-id' })).status, 400);
  assert.equal((await send({ username: 'alice', provider: 'nothing', uid: 'alice-id' })).status, 400);
  assert.equal((await send({ username: 'alice', provider: 'oidc', uid: 'alice-id' })).status, 201);
  assert.equal((await send({ username: 'alice', provider: 'oidc', uid: 'alice-id' })).status, 409);
  assert.equal((await logIn({}, {})).refused, null);
  assert.equal(await count(), 2);
  assert.deepEqual((await admin.json('/patchbay/sso/')).refused, []);
});

test('single sign-on is for superusers to look at', async () => {
  await logIn({}, {});
  const visitor = new Visitor(await served({}));
  assert.equal((await visitor.send('/patchbay/sso/')).status, 403);
  await visitor.logIn('oidc');
  assert.equal((await visitor.send('/patchbay/sso/')).status, 403);
  assert.equal((await visitor.begin('oidc', { purpose: 'test' })).status, 403);
});

test('a test login shows claims and what they would lead to, and does nothing', async () => {
  const settings = { ...sync, REMOTE_AUTH_AUTO_CREATE_GROUPS: true, REMOTE_AUTH_SUPERUSER_GROUPS: ['admins'] };
  const admin = new Visitor(await served(settings));
  provider.claims = { sub: 'root-id', preferred_username: 'root', groups: ['admins'] };
  await admin.logIn('oidc');
  provider.claims = { sub: 'tester-id', preferred_username: 'tester', groups: ['new', 'admins'] };
  const { to } = await admin.logIn('oidc', { purpose: 'test', next: '/sso/' });
  assert.equal(to, '/sso/');
  assert.equal((await admin.session()).user.username, 'root');
  const { test: result } = await admin.json('/patchbay/sso/');
  assert.deepEqual(
    [result.provider, result.refused, result.user.username, result.user.is_superuser, result.isNew, result.groups],
    ['oidc', null, 'tester', true, true, ['admins', 'new']],
  );
  assert.deepEqual(result.claims.groups, ['new', 'admins']);
  assert.equal('access_token' in result.claims, false);
  assert.deepEqual([await count(), (await sql.unsafe("select 1 from users_group where name = 'new'")).length], [1, 0]);
});

test('somebody who is logged in links a second login to their account', async () => {
  await logIn({}, {});
  const visitor = new Visitor(await served({}));
  await visitor.logIn('oidc');
  provider.claims = { sub: 'second-id', preferred_username: 'other' };
  assert.deepEqual(await visitor.logIn('oidc', { purpose: 'link', next: '/user/' }), { to: '/user/', notice: null });
  assert.deepEqual([await count(), (await visitor.session()).user.username], [1, 'alice']);
  const { csrf } = await visitor.session();
  const disconnect = (id = '') =>
    visitor.send(`/oauth/disconnect/oidc/${id}`, { method: 'POST', headers: { 'x-csrftoken': csrf } });
  assert.equal((await disconnect()).status, 409);
  const [link] = await sql.unsafe("select id from social_auth_usersocialauth where uid = 'second-id'");
  assert.equal((await disconnect(`${link!.id}/`)).status, 204);
  assert.equal((await disconnect('999/')).status, 404);
  assert.equal((await visitor.send('/oauth/disconnect/oidc/', { method: 'POST' })).status, 403);
});
