import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { testDatabase } from '#test/database.ts';
import { authenticate } from './authenticate.ts';

const { sql } = await testDatabase();
const base: Settings = { ...defaultSettings, SECRET_KEY: 'x1'.repeat(35), REMOTE_AUTH_ENABLED: true };
let settings: Settings;

beforeEach(async () => {
  settings = base;
  await sql.unsafe('truncate users_user, users_group, users_objectpermission, django_session cascade');
  await sql.unsafe(`insert into users_group (name, description) values ('readers', ''), ('admins', ''), ('old', '')`);
  await sql.unsafe(
    `insert into users_user (password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
     values ('!x', false, 'alice', '', '', '', true, now()), ('!y', false, 'gone', '', '', '', false, now())`,
  );
});

async function visit(headers: Record<string, string>, { address = '127.0.0.1', method = 'GET' } = {}) {
  return authenticate({ sql, settings, request: { headers, address, method } });
}

async function stored(username: string) {
  const [row] = await sql.unsafe(
    `select is_superuser, email, first_name, last_name, (select string_agg(g.name, ',' order by g.name)
       from users_user_groups m join users_group g on g.id = m.group_id where m.user_id = u.id) as groups,
       (select string_agg(array_to_string(p.actions, ','), ' ') from users_user_object_permissions o
         join users_objectpermission p on p.id = o.objectpermission_id where o.user_id = u.id) as permissions
     from users_user u where username = $1`,
    [username],
  );
  return row && { ...row };
}

test('a trusted proxy’s header begins a session, which then goes on by its cookie', async () => {
  const first = await visit({ 'remote-user': 'alice' });
  assert.equal(first.user?.username, 'alice');
  assert.match(first.session!.renewal!, /^sessionid=[a-z0-9]{32}; /);
  const cookie = first.session!.renewal!.split(';')[0]!;
  const second = await visit({ 'remote-user': 'alice', cookie });
  assert.equal(second.session!.key, first.session!.key);
  assert.equal(second.session!.renewal, null);
  assert.equal((await visit({ cookie })).user?.username, 'alice');
});

test('another name in the header ends the session', async () => {
  settings = { ...base, REMOTE_AUTH_AUTO_CREATE_USER: true };
  const first = await visit({ 'remote-user': 'alice' });
  const cookie = first.session!.renewal!.split(';')[0]!;
  const second = await visit({ 'remote-user': 'bob', cookie });
  assert.equal(second.user?.username, 'bob');
  assert.equal((await visit({ cookie })).user, null);
});

const strangers: [what: string, headers: Record<string, string>, change: Partial<Settings>][] = [
  ['no header', {}, {}],
  ['an empty header', { 'remote-user': ' ' }, {}],
  ['a name that nobody has', { 'remote-user': 'bob' }, {}],
  ['an inactive account', { 'remote-user': 'gone' }, {}],
  ['logins by header that are off', { 'remote-user': 'alice' }, { REMOTE_AUTH_ENABLED: false }],
  [
    'a provider instead of headers',
    { 'remote-user': 'alice' },
    { REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth' },
  ],
];
for (const [what, headers, change] of strangers)
  test(`nobody: ${what}`, async () => {
    settings = { ...base, ...change };
    assert.equal((await visit(headers)).user, null);
  });

test('an address that is no trusted proxy is refused, whatever its headers say of it', async () => {
  const headers = { 'remote-user': 'alice', 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' };
  for (const address of ['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1'])
    await assert.rejects(visit(headers, { address }), /REMOTE_AUTH_TRUSTED_PROXIES/);
  settings = { ...base, REMOTE_AUTH_TRUSTED_PROXIES: ['192.0.2.0/24', '2001:db8::1'] };
  for (const address of ['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1'])
    assert.equal((await visit(headers, { address })).user?.username, 'alice');
  await assert.rejects(visit(headers), /REMOTE_AUTH_TRUSTED_PROXIES/);
});

test('a header alone writes nothing: the session’s token is asked for', async () => {
  await assert.rejects(visit({ 'remote-user': 'alice' }, { method: 'POST' }), /CSRF/);
});

test('accounts are made where AUTO_CREATE_USER says so, with default groups and permissions', async () => {
  settings = {
    ...base,
    REMOTE_AUTH_AUTO_CREATE_USER: true,
    REMOTE_AUTH_DEFAULT_GROUPS: ['readers', 'nothing'],
    REMOTE_AUTH_DEFAULT_PERMISSIONS: { 'dcim.add_site': null, nonsense: null },
  };
  await visit({
    'remote-user': 'carol',
    'remote-user-email': 'c@x.org',
    'remote-user-first-name': 'Carol',
    'remote-user-last-name': 'C',
  });
  assert.deepEqual(await stored('carol'), {
    is_superuser: 'f',
    email: 'c@x.org',
    first_name: 'Carol',
    last_name: 'C',
    groups: 'readers',
    permissions: 'add',
  });
});

test('groups of the header are the user’s groups, and make a superuser', async () => {
  await sql.unsafe(`insert into users_user_groups (user_id, group_id)
    select u.id, g.id from users_user u, users_group g where u.username = 'alice' and g.name = 'old'`);
  settings = { ...base, REMOTE_AUTH_GROUP_SYNC_ENABLED: true, REMOTE_AUTH_SUPERUSER_GROUPS: ['admins'] };
  await visit({ 'remote-user': 'alice', 'remote-user-group': 'readers|admins|unknown' });
  let { groups, is_superuser } = (await stored('alice'))!;
  assert.deepEqual([groups, is_superuser], ['admins,readers', 't']);
  settings = { ...settings, REMOTE_AUTH_AUTO_CREATE_GROUPS: true, REMOTE_AUTH_GROUP_SEPARATOR: ';' };
  await visit({ 'remote-user': 'alice', 'remote-user-group': 'made; readers' });
  ({ groups, is_superuser } = (await stored('alice'))!);
  assert.deepEqual([groups, is_superuser], ['made,readers', 'f']);
  await visit({ 'remote-user': 'alice' });
  assert.equal((await stored('alice'))!.groups, null);
});

test('headers of other names', async () => {
  settings = {
    ...base,
    REMOTE_AUTH_HEADER: 'HTTP_X_WEBAUTH_USER',
    REMOTE_AUTH_SUPERUSERS: ['alice'],
    REMOTE_AUTH_GROUP_SYNC_ENABLED: true,
  };
  assert.equal((await visit({ 'remote-user': 'alice' })).user, null);
  assert.equal((await visit({ 'x-webauth-user': 'alice' })).user?.isSuperuser, true);
});
