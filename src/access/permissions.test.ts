import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Constraints } from '#base/constraints-contract.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { whereSql } from '#database/select/where.ts';
import { registry } from '#models/registry.ts';
import type { Condition } from '#query/tree.ts';
import { testDatabase } from '#test/database.ts';
import { authorize } from './authorize.ts';
import { grantTokenCondition } from './grant-token-condition.ts';
import type { Identity } from './identity.ts';
import { permissionSet } from './permission-set.ts';
import { hasPermission, permissionCondition } from './permissions.ts';

const { sql } = await testDatabase();
await sql.unsafe(`
  insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
  values (7, '', false, 'alice', '', '', '', true, now()), (8, '', false, 'bob', '', '', '', true, now());
  insert into dcim_site (id, name, slug, status, facility, physical_address, shipping_address, description, comments, custom_field_data)
  select n, 'S' || n, 's' || n, case when n > 2 then 'planned' else 'active' end, '', '', '', '', '', '{}' from generate_series(1, 4) n;
  insert into extras_tag (id, name, slug, color, description, weight, created, last_updated)
  values (1, 'red', 'red', 'f00', '', 1000, now(), now()), (2, 'blue', 'blue', '00f', '', 1000, now(), now());
  insert into extras_taggeditem (object_id, content_type_id, tag_id)
  select o, (select id from django_content_type where app_label = 'dcim' and model = 'site'), t
  from (values (1, 1), (2, 1), (2, 2), (3, 2)) v(o, t);
  insert into extras_bookmark (id, created, object_type_id, object_id, user_id)
  select n, now(), (select id from django_content_type where app_label = 'dcim' and model = 'site'), n, 6 + n from generate_series(1, 2) n;
`);

const identity = (given: Record<string, Constraints>, more: { id?: string; isSuperuser?: boolean } = {}): Identity => ({
  user: {
    id: '7',
    username: 'alice',
    firstName: '',
    lastName: '',
    email: '',
    isSuperuser: false,
    groupIds: [],
    ...more,
  },
  token: null,
  session: null,
  permissions: permissionSet(null, given),
});
const nobody: Identity = { user: null, token: null, session: null, permissions: permissionSet(null, {}) };
const site = (constraints: Constraints) => identity({ 'dcim.view_site': constraints });

async function ids(name: string, condition: Condition): Promise<string> {
  const model = registry.get(name);
  const parameters: string[] = [];
  const where = whereSql(condition, { model, alias: 't', parameters });
  const rows = await sql.unsafe(`select t.id from ${model.table} t where ${where} order by t.id`, parameters);
  return rows.map(({ id }) => id).join(' ');
}

const all = '1 2 3 4';
const rows: [what: string, identity: Identity, model: string, seen: string, settings?: Partial<Settings>][] = [
  ['a superuser', identity({}, { isSuperuser: true }), 'dcim.site', all],
  ['somebody without permissions', identity({}), 'dcim.site', ''],
  [
    'somebody with another’s permission',
    identity({ 'dcim.view_rack': null, 'dcim.change_site': null }),
    'dcim.site',
    '',
  ],
  ['nobody', nobody, 'dcim.site', ''],
  ['a permission without constraints', site(null), 'dcim.site', all],
  ['an empty constraint', site({}), 'dcim.site', all],
  ['an empty list', site([]), 'dcim.site', all],
  ['one constraint', site({ status: 'planned' }), 'dcim.site', '3 4'],
  ['terms must all hold', site({ status: 'planned', name: 'S3' }), 'dcim.site', '3'],
  ['of a list any suffices', site([{ name: 'S1' }, { slug__in: ['s3', 's4'] }]), 'dcim.site', '1 3 4'],
  ['an empty one in a list permits all', site([{ name: 'S1' }, {}]), 'dcim.site', all],
  ['a related object', site({ tags__name: 'red' }), 'dcim.site', '1 2'],
  ['terms over the same relation mean one object', site({ tags__name: 'red', tags__color: '00f' }), 'dcim.site', ''],
  [
    'terms over the same relation that one object has',
    site({ tags__name: 'red', tags__color: 'f00' }),
    'dcim.site',
    '1 2',
  ],
  ['a null', site({ region: null, name: 'S1' }), 'dcim.site', '1'],
  ['a constraint that leads nowhere', site([{ plugin_field: 1 }, { name: 'S2' }]), 'dcim.site', '2'],
  ['$user', identity(defaultSettings.DEFAULT_PERMISSIONS), 'extras.bookmark', '1'],
  ['$user of another user', identity(defaultSettings.DEFAULT_PERMISSIONS, { id: '8' }), 'extras.bookmark', '2'],
  ['$user in a list', identity({ 'users.view_user': { id__in: ['$user'] } }), 'users.user', '7'],
  ['an exempt model', nobody, 'dcim.site', all, { EXEMPT_VIEW_PERMISSIONS: ['dcim.site'] }],
  ['another model exempt', nobody, 'dcim.site', '', { EXEMPT_VIEW_PERMISSIONS: ['dcim.rack'] }],
  ['all models exempt', nobody, 'dcim.site', all, { EXEMPT_VIEW_PERMISSIONS: ['*'] }],
  ['all models exempt, users aside', nobody, 'users.user', '', { EXEMPT_VIEW_PERMISSIONS: ['*'] }],
  ['users exempt by name', nobody, 'users.user', '7 8', { EXEMPT_VIEW_PERMISSIONS: ['users.user'] }],
  ['exempt before constrained', site({ name: 'S1' }), 'dcim.site', all, { EXEMPT_VIEW_PERMISSIONS: ['*'] }],
];
for (const [what, who, name, seen, given = {}] of rows)
  test(`permissions: ${what}`, async () => {
    const settings = { ...defaultSettings, ...given };
    const question = { registry, identity: who, model: registry.get(name), action: 'view', settings };
    assert.equal(await ids(name, permissionCondition(question)), seen);
    if (seen) assert.equal(hasPermission(question), true);
  });

test('EXEMPT_VIEW_PERMISSIONS is about looking alone', () => {
  const settings = { ...defaultSettings, EXEMPT_VIEW_PERMISSIONS: ['*'] };
  assert.equal(
    hasPermission({ identity: nobody, model: registry.get('dcim.site'), action: 'change', settings }),
    false,
  );
});

test('an action of a model’s own', () => {
  const who = identity({ 'dcim.render_config_device': null });
  const may = (action: string) =>
    hasPermission({ identity: who, model: registry.get('dcim.device'), action, settings: defaultSettings });
  assert.deepEqual([may('render_config'), may('view')], [true, false]);
});

test('a condition is made once for a user’s set', () => {
  const who = site({ name: 'S1' });
  const question = {
    registry,
    identity: who,
    model: registry.get('dcim.site'),
    action: 'view',
    settings: defaultSettings,
  };
  assert.equal(permissionCondition(question), permissionCondition(question));
});

const grants: [constraints: Constraints | undefined, users: string][] = [
  [undefined, ''],
  [null, '7 8'],
  [{ user: 8 }, '8'],
  [{ user: '$user' }, '7'],
  [{ user__username: 'bob' }, '8'],
  [[{ user__username: 'bob' }, { user: '$user' }], '7 8'],
  [{ description: 'x' }, ''],
  [[{ user: 8 }, { enabled: true }], ''],
];
for (const [constraints, users] of grants)
  test(`grant_token with ${JSON.stringify(constraints)}`, async () => {
    const who = identity(constraints === undefined ? {} : { 'users.grant_token': constraints });
    assert.equal(await ids('users.user', grantTokenCondition(registry, who)), users);
  });

const reading = (who: Identity): Identity => ({
  ...who,
  token: { id: '1', version: 2, writeEnabled: false, noted: null },
});
const missing = 'Authentication credentials were not provided.';
const denied = 'You do not have permission to perform this action.';
const open = { LOGIN_REQUIRED: false };
const checks: [
  what: string,
  identity: Identity,
  method: string,
  model?: string | undefined,
  refusal?: string | undefined,
  settings?: Partial<Settings>,
][] = [
  ['nobody at the root', nobody, 'GET', undefined, missing],
  ['nobody at the root, no login required', nobody, 'GET', undefined, undefined, open],
  ['somebody at the root', identity({}), 'GET'],
  ['nobody', nobody, 'GET', 'dcim.site', missing],
  ['nobody, no login required', nobody, 'GET', 'dcim.site', missing, open],
  ['nobody, exempt, login required', nobody, 'GET', 'dcim.site', missing, { EXEMPT_VIEW_PERMISSIONS: ['*'] }],
  ['nobody, exempt', nobody, 'GET', 'dcim.site', undefined, { ...open, EXEMPT_VIEW_PERMISSIONS: ['*'] }],
  ['nobody, exempt, writing', nobody, 'POST', 'dcim.site', missing, { ...open, EXEMPT_VIEW_PERMISSIONS: ['*'] }],
  ['OPTIONS of nobody', nobody, 'OPTIONS', 'dcim.site', missing],
  ['OPTIONS of somebody', identity({}), 'OPTIONS', 'dcim.site'],
  ['HEAD is looking', site(null), 'HEAD', 'dcim.site'],
  ['looking without permission', identity({}), 'GET', 'dcim.site', denied],
  ['adding without permission', site(null), 'POST', 'dcim.site', denied],
  ['changing', identity({ 'dcim.change_site': null }), 'PATCH', 'dcim.site'],
  ['replacing', identity({ 'dcim.change_site': null }), 'PUT', 'dcim.site'],
  ['deleting', identity({ 'dcim.delete_site': null }), 'DELETE', 'dcim.site'],
  ['a reading token reads', reading(site(null)), 'GET', 'dcim.site'],
  ['a reading token writes', reading(identity({}, { isSuperuser: true })), 'POST', 'dcim.site', denied],
  ['a reading token asks for options', reading(identity({})), 'OPTIONS', 'dcim.site'],
];
for (const [what, who, method, name, refusal, given = {}] of checks)
  test(`${method}: ${what}`, () => {
    const model = name === undefined ? undefined : registry.get(name);
    const check = () => authorize({ identity: who, settings: { ...defaultSettings, ...given }, method, model });
    if (refusal) assert.throws(check, { name: 'AccessError', status: 403, message: refusal });
    else check();
  });
