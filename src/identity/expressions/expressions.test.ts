import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ExpressionGiven, ExpressionLookups, GroupGiven, UserGiven } from './expression-given.ts';
import { Expressions } from './expressions.ts';

const group = (name: string, more: Partial<GroupGiven> = {}): GroupGiven => ({
  id: `id of ${name}`,
  name,
  is_superuser: false,
  attributes: {},
  ...more,
});
const groups = {
  admin: group('netbox_admin', { is_superuser: true, attributes: { floor: 1, tags: ['a'] } }),
  staff: group('netbox_staff', { attributes: { floor: 2, tags: ['b'] } }),
  company: group('company', { attributes: { site: 'Zürich' } }),
};
const person = (username: string, more: Partial<UserGiven> = {}): UserGiven => ({
  id: username.length,
  uuid: `uuid of ${username}`,
  uid: `uid of ${username}`,
  username,
  name: 'Ada Lovelace',
  email: `${username}@example.com`,
  is_active: true,
  type: 'internal',
  path: 'users',
  attributes: {},
  date_joined: '2026-01-02T03:04:05+00:00',
  last_login: null,
  password_change_date: null,
  groups: [],
  ...more,
});
const ada = person('ada', {
  attributes: { department: 'network', tags: ['c'] },
  groups: [
    { ...groups.admin, direct: true },
    { ...groups.staff, direct: true },
    { ...groups.company, direct: false },
  ],
});
const users = [ada, person('grace', { attributes: { department: 'compilers' } })];
const given: ExpressionGiven = {
  user: ada,
  provider: {
    id: 1,
    name: 'NetBox provider',
    client_type: 'confidential',
    client_id: 'client',
    sub_mode: 'hashed_user_id',
    issuer_mode: 'per_provider',
    include_claims_in_id_token: true,
    application: { id: 'app', name: 'NetBox', slug: 'netbox', launch_url: 'https://netbox/' },
  },
  scopes: ['openid', 'roles'],
};
const lookups: ExpressionLookups = {
  users: async ({ username }) => users.filter((user) => username === undefined || user.username === username),
  groups: async () => Object.values(groups),
  groupUsers: async () => [ada],
  groupParents: async (id) => (id === groups.admin.id ? [groups.company] : []),
  groupChildren: async () => [],
  entitlements: async () => [{ name: 'editor', attributes: { level: 2 } }],
  authenticators: async () => ({ totp: true, webauthn: false, static: false }),
};

const expressions = new Expressions({ milliseconds: 10_000 });
after(() => expressions.stop());
const returns = async (text: string) => (await expressions.run({ name: 'Netbox roles', text }, given, lookups)).value;

test('the expression of the page gives the roles', async () => {
  const text = [
    'return {',
    '  "groups": ["superusers" if group.name == "netbox_admin" else "staff" if group.name == "netbox_staff" else ' +
      'group.name for group in request.user.ak_groups.all()],',
    '}',
  ].join('\n');
  assert.deepEqual(await returns(text), { groups: ['superusers', 'staff'] });
});

const cases: readonly [string, unknown][] = [
  ['return request.user.username', 'ada'],
  [
    'return [user.email, user.name, user.uid, user.pk, user.uuid, user.is_active, user.path]',
    ['ada@example.com', 'Ada Lovelace', 'uid of ada', 3, 'uuid of ada', true, 'users'],
  ],
  ['return user.date_joined.year', 2026],
  ['return user.last_login', null],
  ['return user.attributes.get("department", "none")', 'network'],
  ['return user.is_superuser', true],
  ['return [group.name for group in user.all_groups()]', ['netbox_admin', 'netbox_staff', 'company']],
  ['return [group.name for group in user.groups.filter(name__startswith="netbox_a")]', ['netbox_admin']],
  ['return user.ak_groups.exclude(name__icontains="ADMIN").count()', 1],
  ['return user.ak_groups.values_list("name", flat=True)', ['netbox_admin', 'netbox_staff']],
  ['return user.ak_groups.get(name="netbox_staff").attributes["floor"]', 2],
  ['return user.ak_groups.order_by("-name").first().name', 'netbox_staff'],
  ['return user.group_attributes()', { site: 'Zürich', floor: 2, tags: ['a', 'b', 'c'], department: 'network' }],
  ['return ak_is_group_member(request.user, name="company")', true],
  ['return ak_is_group_member(request.user, name="other")', false],
  ['return ak_user_by(username="grace").email', 'grace@example.com'],
  ['return ak_user_by(username="nobody")', null],
  ['return ak_user_by(attributes__department="compilers").username', 'grace'],
  ['return ak_user_has_authenticator(user)', true],
  ['return [ak_user_has_authenticator(user, kind) for kind in ("totp", "webauthn", "duo")]', [true, false, false]],
  ['return user.ak_groups.first().parents.first().name', 'company'],
  ['return user.ak_groups.get(name="netbox_admin").parent.users.all()[0].username', 'ada'],
  ['from authentik.core.models import Group\nreturn Group.objects.get(name="company").users.count()', 1],
  ['return [e.name for e in user.app_entitlements(provider.application)]', ['editor']],
  ['return user.app_entitlements_attributes(provider.application)["level"]', 2],
  ['return [provider.name, provider.client_id, provider.application.slug]', ['NetBox provider', 'client', 'netbox']],
  ['return token.scope', ['openid', 'roles']],
  ['return request.context', {}],
  ['return regex_match("admins", "adm.*")', true],
  ['return regex_match("the admins", "adm.*")', false],
  ['return regex_replace(user.email, "(.+)@.+", r"\\1")', 'ada'],
  ['return [list_flatten(["a", "b"]), list_flatten([]), list_flatten("c")]', ['a', null, 'c']],
  ['return ip_address("192.0.2.1") in ip_network("192.0.2.0/24")', true],
  ['import re\nreturn re.sub("a", "b", user.username)', 'bdb'],
  ['if not user.ak_groups.exists():\n    return None\nreturn {"n": len(user.ak_groups)}', { n: 2 }],
  ['ak_logger.info("hello", user=user)\nak_logger.bind(a=1).warning("b")', null],
];
for (const [text, value] of cases)
  test(`an expression: ${text}`, async () => assert.deepEqual(await returns(text), value));

test('events and log lines come along', async () => {
  const { events, printed } = await expressions.run(
    { name: 'm', text: 'ak_create_event("seen", who=user, n=1)\nak_logger.info("hello", n=2)\nreturn {}' },
    given,
    lookups,
  );
  assert.deepEqual(events, [{ action: 'seen', context: { who: { model: 'User', pk: 3, name: 'ada' }, n: 1 } }]);
  assert.equal(printed, 'INFO expression: hello n=2\n');
});

const failures: readonly [string, string, number | null][] = [
  ['return {"a": wrong}', 'm, line 1: nothing is known as wrong', 1],
  [
    'x = 1\nreturn requests.get("https://example.com")',
    "m, line 2: requests is not available here: expressions don't reach the network",
    2,
  ],
  ['return ak_call_policy("p")', 'm, line 1: ak_call_policy is not available here: there are no policies', 1],
  ['return provider.client_secret', 'm, line 1: AttributeError: OAuth2Provider has no attribute client_secret here', 1],
  ['\n\nreturn user.salary', 'm, line 3: AttributeError: User has no attribute salary here', 3],
  ['return user._lookup("users", exact={})', 'm, line 1: the attribute _lookup is not available here', 1],
  ['return {"a": user}', "m: what was returned['value']['a'] is of the type User, which JSON doesn't know", null],
  ['return ["a"]', 'The expression must return a dictionary, not a list.', null],
  ['return {"a": 1', "m, line 1: '{' was never closed", 1],
  [
    'return open("/etc/passwd").read()',
    "m, line 1: open is not available here: files can't be read or written here",
    1,
  ],
  ['return user.ak_groups.get(name="x")', "m, line 1: DoesNotExist: Group matching query does not exist: name='x'", 1],
];
for (const [text, error, line] of failures)
  test(`a preview tells what is wrong with ${JSON.stringify(text)}`, async () =>
    assert.deepEqual(await expressions.preview({ name: 'm', text }, given, lookups), { error, line, printed: '' }));

test('a preview tells the claims', async () => {
  const preview = await expressions.preview({ name: 'm', text: 'return {"a": user.name}' }, given, lookups);
  assert.deepEqual(preview, { claims: { a: 'Ada Lovelace' }, printed: '' });
});

test('a check finds what is not supported without running anything', async () => {
  await expressions.check({ name: 'm', text: 'return {"a": request.user.anything}' });
  await assert.rejects(expressions.check({ name: 'm', text: 'import os.path\nimport sys' }), {
    message: 'm, line 2: the module sys is not available here',
  });
});
