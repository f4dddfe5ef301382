import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ConfigurationFolderError } from '#sso/folder/configuration-folder-error.ts';
import { LoginRefused } from '#sso/pipeline/login-refused.ts';
import { StepFailed } from '#sso/pipeline/step-failed.ts';
import { testDatabase } from '#test/database.ts';
import { openTestFolder, type TestLogin, tryLogin } from './try-login.ts';

const { sql } = await testDatabase();
const environment = {
  SOCIAL_AUTH_OIDC_ENDPOINT: 'https://idp.example/application/o/netbox/',
  SOCIAL_AUTH_OIDC_KEY: 'key',
  SOCIAL_AUTH_OIDC_SECRET: 'secret',
};

/** A configuration as integrations have it, with `steps` behind NetBox's own. */
const authentik = (...steps: string[]) => `
from os import environ

SOCIAL_AUTH_OIDC_ENDPOINT = environ.get('SOCIAL_AUTH_OIDC_ENDPOINT')
SOCIAL_AUTH_OIDC_KEY = environ.get('SOCIAL_AUTH_OIDC_KEY')
SOCIAL_AUTH_OIDC_SECRET = environ.get('SOCIAL_AUTH_OIDC_SECRET')
SOCIAL_AUTH_OIDC_SCOPE = ["openid", "profile", "email", "roles"]
LOGOUT_REDIRECT_URL = environ.get('LOGOUT_REDIRECT_URL', 'home')
SOCIAL_AUTH_PIPELINE = (
    'social_core.pipeline.social_auth.social_details',
    'social_core.pipeline.social_auth.social_uid',
    'social_core.pipeline.social_auth.auth_allowed',
    'social_core.pipeline.social_auth.social_user',
    'social_core.pipeline.user.get_username',
    'social_core.pipeline.user.create_user',
    'social_core.pipeline.social_auth.associate_user',
    'social_core.pipeline.social_auth.load_extra_data',
    'social_core.pipeline.user.user_details',
${steps.map((step) => `    'netbox.custom_pipeline.${step}',\n`).join('')})
`;

const open = async (steps: string, ...names: string[]) => {
  const opened = await openTestFolder(
    { 'authentik.py': authentik(...names), 'custom_pipeline.py': steps },
    environment,
  );
  after(() => opened.close());
  return (claims: Record<string, unknown>): Promise<TestLogin> =>
    tryLogin(sql, opened.settings, { preferred_username: claims.sub, ...claims });
};

const roles = `
from netbox.authentication import Group
import logging

logger = logging.getLogger(__name__)

def join(response, user, backend, *args, **kwargs):
    for name in response['groups']:
        group, created = Group.objects.get_or_create(name=name)
        user.groups.add(group)

def leave(response, user, backend, *args, **kwargs):
    told = response.get('groups', [])
    for group in user.groups.all():
        if group.name not in told:
            logger.info('%s leaves %s', user, group)
            user.groups.remove(group)

def set_roles(response, user, *args, **kwargs):
    user.is_superuser = 'superusers' in response.get('groups', [])
    user.is_staff = False
    user.save()
`;

test('settings come from the file and its environment', async () => {
  const { settings, close } = await openTestFolder({ 'authentik.py': authentik() }, environment);
  const provider = [...settings.providers.values()][0]!;
  assert.equal(provider.clientId, 'key');
  assert.deepEqual(provider.scope.slice(0, 4), ['openid', 'profile', 'email', 'roles']);
  assert.equal(settings.pipelines.get(provider.name)!.length, 9);
  await close();
});

test('steps join and leave groups and set the role', async () => {
  const login = await open(roles, 'join', 'leave', 'set_roles');
  const first = await login({ sub: 'ada', groups: ['network', 'superusers'] });
  assert.deepEqual(
    [first.user.username, first.user.is_superuser, first.groups],
    ['ada', true, ['network', 'superusers']],
  );
  const second = await login({ sub: 'ada', groups: ['network'] });
  assert.deepEqual([second.user.id, second.user.is_superuser, second.groups], [first.user.id, false, ['network']]);
});

test('a step that fails denies the login, undoes all of it, and says which claim was missing', async () => {
  const login = await open(roles, 'join');
  await login({ sub: 'grace', groups: ['network'] });
  await assert.rejects(login({ sub: 'new' }), (error: Error) => {
    assert(error instanceof StepFailed);
    assert.equal(
      error.message,
      'The step netbox.custom_pipeline.join failed: custom_pipeline.py, line 8: KeyError: groups. ' +
        "The provider's answer has no groups: it has preferred_username, sub.",
    );
    return true;
  });
  assert.equal((await sql.unsafe("select from users_user where username = 'new'")).length, 0);
});

test('errors that are made for it turn people away with their words', async () => {
  const cases: readonly [string, string][] = [
    ['AuthForbidden(backend)', 'You may not log in here.'],
    ["AuthFailed(backend, 'ask the network team.')", 'The login failed: ask the network team.'],
    ["AuthException(backend, 'Not today.')", 'Not today.'],
    ["PermissionDenied('Not you.')", 'Not you.'],
    ['PermissionDenied()', 'You may not log in here.'],
  ];
  for (const [raised, message] of cases) {
    const login = await open(
      `from social_core.exceptions import AuthForbidden, AuthFailed, AuthException
from django.core.exceptions import PermissionDenied

def deny(backend, user, **kwargs):
    user.is_superuser = True
    user.save()
    raise ${raised}
`,
      'deny',
    );
    await assert.rejects(login({ sub: 'denied' }), (error: Error) => {
      assert(error instanceof LoginRefused, error.message);
      assert.equal(error.message, message);
      return true;
    });
  }
  assert.equal((await sql.unsafe("select from users_user where username = 'denied'")).length, 0);
});

/** Bodies of a step, and what comes of them: in `more` under `got`, in groups, in the account. */
const bodies: readonly { body: string; got?: unknown; groups?: string[]; user?: Record<string, unknown> }[] = [
  {
    body: "return {'got': [user.username, user.is_active, user.is_superuser, str(user)]}",
    got: ['body', true, false, 'body'],
  },
  {
    body: "return {'got': [backend.name, backend.setting('KEY'), strategy.setting('SOCIAL_AUTH_OIDC_KEY')]}",
    got: ['oidc', 'key', 'key'],
  },
  {
    body: "return {'got': [details['email'], uid, social.uid, social.provider, is_new]}",
    got: ['body@example.com', 'body', 'body', 'oidc', false],
  },
  { body: "return {'got': sorted(k for k in kwargs)}", got: ['new_association', 'request', 'storage', 'username'] },
  {
    body: "from django.conf import settings\nreturn {'got': [settings.SOCIAL_AUTH_OIDC_KEY, settings.LOGIN_REQUIRED, getattr(settings, 'NONE', 1), hasattr(settings, 'SECRET_KEY')]}",
    got: ['key', true, 1, false],
  },
  { body: "user.first_name = 'Ada'\nuser.email = 'a@b.c'\nuser.save()", user: { first_name: 'Ada', email: 'a@b.c' } },
  {
    body: "user.first_name, user.last_name = 'Eve', 'Two'\nuser.save(update_fields=['last_name'])",
    user: { first_name: 'Ada', last_name: 'Two' },
  },
  { body: "user.first_name = 'never saved'", user: { first_name: 'Ada' } },
  {
    body: "user.groups.set([Group.objects.create(name=n) for n in ('one', 'two')])\nreturn {'got': [g.name for g in user.groups.all()]}",
    got: ['one', 'two'],
    groups: ['one', 'two'],
  },
  {
    body: "user.groups.remove(Group.objects.get(name='one'))\nreturn {'got': [user.groups.count(), user.groups.filter(name='two').exists(), 'x' in user.groups.values_list('name', flat=True)]}",
    got: [1, true, false],
    groups: ['two'],
  },
  {
    body: "Group.objects.get(name='one').user_set.add(user)\nreturn {'got': list(user.groups.values_list('name', flat=True))}",
    got: ['two', 'one'],
    groups: ['one', 'two'],
  },
  {
    body: "user.groups.clear()\nreturn {'got': [Group.objects.filter(name__startswith='o').count(), user.groups.exists()]}",
    got: [1, false],
    groups: [],
  },
  {
    body: "try:\n    Group.objects.get(name='none')\nexcept Group.DoesNotExist as error:\n    return {'got': str(error)}",
    got: "Group matching query does not exist: name='none'",
  },
  {
    body: "return {'got': [User.objects.get(username='body').pk == user.pk, User.objects.filter(email='nobody@x').first()]}",
    got: [true, null],
  },
  { body: "response['seen'] = True\ndetails['team'] = 'net'\nreturn None", got: undefined },
];

test('a step has what NetBox gives it', async () => {
  const text = bodies
    .map(
      ({ body }, at) =>
        `def step_${at}(strategy, details, backend, uid, response, social, is_new, user=None, *args, **kwargs):\n${body
          .split('\n')
          .map((line) => `    ${line}\n`)
          .join('')}\n`,
    )
    .join('');
  const steps = `from django.contrib.auth.models import Group\nfrom users.models import User\n\n${text}`;
  const opened = await openTestFolder(
    Object.fromEntries([
      ['custom_pipeline.py', steps],
      ['authentik.py', authentik(...bodies.map((_, at) => `step_${at}`))],
    ]),
    environment,
  );
  after(() => opened.close());
  const provider = [...opened.settings.providers.values()][0]!;
  const pipeline = opened.settings.pipelines.get(provider.name)!;
  for (const [at, { body, got, groups, user }] of bodies.entries()) {
    const pipelines = new Map([[provider.name, [...pipeline.slice(0, 9), pipeline[9 + at]!]]]);
    const settings = { ...opened.settings, pipelines };
    const claims = { sub: 'body', preferred_username: 'body', email: 'body@example.com' };
    const result = await tryLogin(sql, settings, claims);
    assert.deepEqual(result.more.got, got, body);
    if (groups) assert.deepEqual([...result.groups].sort(), groups, body);
    for (const [name, value] of Object.entries(user ?? {})) assert.equal(result.user[name as 'email'], value, body);
  }
});

/** Files, and what is said of them at start. */
const refused: readonly [string, string][] = [
  ['import requests\n', 'custom_pipeline.py:1: the module requests is not available here'],
  [
    'from social_core.pipeline.partial import partial\n\n@partial\ndef f(**kwargs):\n    pass\n',
    'custom_pipeline.py:1: the module social_core.pipeline.partial is not available here',
  ],
  ['import os\nos.system("id")\n', 'custom_pipeline.py:2: AttributeError: the module os has no system here'],
  [
    '\nwith open("/etc/passwd") as f:\n    pass\n',
    "custom_pipeline.py:2: open is not available here: files can't be read or written here",
  ],
  ['def f(user, **kwargs):\n    user.set_password("x")\n', 'custom_pipeline.py:2: user.set_password is not supported'],
  [
    'def f(user, **kwargs):\n    return user.groups.aggregate()\n',
    'custom_pipeline.py:2: user.groups.aggregate is not supported',
  ],
  [
    'from netbox.authentication import Group\ndef f(**kwargs):\n    Group.objects.bulk_create([])\n',
    'custom_pipeline.py:3: Group.objects.bulk_create is not supported',
  ],
  [
    'def f(backend, **kwargs):\n    return backend.user_data("t")\n',
    'custom_pipeline.py:2: backend.user_data is not supported',
  ],
  ['def f(user, **kwargs):\n    return undefined_name\n', 'custom_pipeline.py:2: nothing is known as undefined_name'],
  ['def f(:\n', 'custom_pipeline.py:1: invalid syntax'],
  ['async def f(user):\n    pass\n', 'custom_pipeline.py:1: async and await are not supported'],
  [
    'SOCIAL_AUTH_OIDC_KEY = object()\n',
    "custom_pipeline.py:1: SOCIAL_AUTH_OIDC_KEY is of the type object, which JSON doesn't know",
  ],
  ['x = 1\nraise ValueError("no")\n', 'custom_pipeline.py:2: ValueError: no'],
  [
    'from netbox.authentication import Group\nGroup.objects.get_or_create(name="x")\n',
    'custom_pipeline.py:2: RuntimeError: accounts and groups are there during a login only, not while a file is loaded',
  ],
];
for (const [text, message] of refused)
  test(`refused at start: ${JSON.stringify(text)}`, async () =>
    assert.rejects(openTestFolder({ 'custom_pipeline.py': text }), (error: Error) => {
      assert(error instanceof ConfigurationFolderError, String(error));
      assert.equal(error.message, message);
      return true;
    }));

test('files import each other, whichever is read first', async () => {
  const { folder, close } = await openTestFolder({
    'a.py': 'from netbox.b import NAME\nA = NAME + "!"\n',
    'b.py': 'NAME = "b"\n',
  });
  assert.deepEqual(
    folder.settings.map(({ values }) => values),
    [{ A: 'b!', NAME: 'b' }, { NAME: 'b' }],
  );
  await close();
});
