import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { launchBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { launchServer, newDataDirectory, startServer } from '#test/running-server.ts';

/**
 * A real NetBox 4.7.3, configured by the page's own blocks, logs in through our identity provider, which was set up by
 * `authentik-blueprint.yaml`:
 *
 *     NETBOX_PYTHON=venv/bin/python REDIS_PORT=6379 PAGE=../shared/seed/netbox-with-authentik.md \
 *       node --import tsx --test-reporter=spec test/identity/real-netbox/walk.ts
 *
 * NETBOX_PYTHON is a Python 3.12 with `pip install netbox==4.7.3` (gunicorn comes along); a Redis must run. `npm run build`
 * goes before. docs/identity.md has what it said last.
 */
const python = process.env.NETBOX_PYTHON ?? 'python3';
const redis = Number(process.env.REDIS_PORT ?? 6379);
const article = await readFile(process.env.PAGE ?? '../shared/seed/netbox-with-authentik.md', 'utf8');
const blocks = [...article.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, kind, text]) => ({ kind, text: text! }));
const blockWith = (sign: string): string => {
  const block = blocks.find(({ text }) => text.includes(sign));
  assert.ok(block, `the page has no block with ${sign}`);
  return block.text;
};

const [identityPort, netboxPort] = [await freePort(), await freePort()];
const netbox = `http://127.0.0.1:${netboxPort}`;
const issuer = `http://localhost:${identityPort}/application/o/netbox/`;
const secret = randomBytes(24).toString('hex');
const password = randomBytes(12).toString('hex');

// authentik's side: one command, and the provider alone.
const people = await testDatabase();
const identity = { DATABASE_URL: people.url, DATA_DIR: await newDataDirectory(), PORT: String(identityPort) };
const given = {
  NETBOX_URL: netbox,
  NETBOX_CLIENT_SECRET: secret,
  NETBOX_ADMIN_USER: 'alice',
  NETBOX_ADMIN_PASSWORD: password,
};
const applied = launchServer(
  { ...identity, ...given },
  { command: 'identity', words: ['apply', 'authentik-blueprint.yaml'], built: true },
);
await once(applied.child, 'exit');
assert.equal(applied.child.exitCode, 0, applied.output());
await startServer(identity, { command: 'identity', built: true });

// NetBox's side: a database of its own, and the page's blocks in its configuration.
const database = await testDatabase();
const target = new URL(database.url);
const root = await mkdtemp(join(tmpdir(), 'patchbay-netbox-'));
after(() => rm(root, { recursive: true, force: true }));
const located = spawnSync(python, ['-c', 'import netbox; print(next(iter(netbox.__path__)))'], { encoding: 'utf8' });
assert.equal(located.status, 0, located.stderr);
await mkdir(join(root, 'conf'));
await mkdir(join(root, 'run'));
await writeFile(
  join(root, 'conf', 'our_configuration.py'),
  `
ALLOWED_HOSTS = ['*']
DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': '${target.pathname.slice(1)}',
  'USER': '${target.username}', 'PASSWORD': '${target.password}',
  'HOST': '${target.searchParams.get('host') ?? target.hostname}', 'PORT': '${target.port}', 'CONN_MAX_AGE': 300}}
REDIS = {name: {'HOST': '127.0.0.1', 'PORT': ${redis}, 'DATABASE': number, 'SSL': False}
  for number, name in enumerate(('tasks', 'caching'))}
SECRET_KEY = '${randomBytes(40).toString('hex')}'
API_TOKEN_PEPPERS = {1: '${randomBytes(40).toString('hex')}'}
CENSUS_REPORTING_ENABLED = False
# netbox-docker's configuration reads these from the environment.
from os import environ
REMOTE_AUTH_ENABLED = environ.get('REMOTE_AUTH_ENABLED', '').lower() == 'true'
REMOTE_AUTH_BACKEND = environ['REMOTE_AUTH_BACKEND']
# The page: authentik.py
${blockWith("SOCIAL_AUTH_OIDC_ENDPOINT = environ.get('SOCIAL_AUTH_OIDC_ENDPOINT')")}
# The page: the pipeline. The file lies on Python's path instead of in NetBox's own package, which is left as it is.
${blockWith('SOCIAL_AUTH_PIPELINE').replaceAll("'netbox.custom_pipeline.", "'custom_pipeline.")}
`,
);
await writeFile(join(root, 'conf', 'custom_pipeline.py'), blockWith('def add_groups'));
await symlink(located.stdout.trim(), join(root, 'netbox'));
const page = Object.fromEntries(
  [...blockWith('# Enable python-social-auth').matchAll(/^([A-Z_]+) ?= ?'?([^'\n]*)'?$/gm)].map(([, name, value]) => [
    name!,
    value!,
  ]),
);
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...page,
  SOCIAL_AUTH_OIDC_ENDPOINT: issuer,
  SOCIAL_AUTH_OIDC_KEY: 'netbox',
  SOCIAL_AUTH_OIDC_SECRET: secret,
  LOGOUT_REDIRECT_URL: `${issuer}end-session/`,
  NETBOX_CONFIGURATION: 'our_configuration',
  NETBOX_ROOT: root,
  DJANGO_SETTINGS_MODULE: 'netbox.settings',
  PYTHONPATH: `${join(root, 'conf')}:${join(located.stdout.trim(), '..')}`,
};
const server = spawn(
  python,
  ['-m', 'gunicorn', 'netbox.wsgi', '-b', `127.0.0.1:${netboxPort}`, '-w', '1', '--threads', '4', '-t', '180'],
  { cwd: join(root, 'run'), env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
);
after(() => server.kill());
let said = '';
for (const stream of [server.stdout, server.stderr])
  stream.on('data', (chunk: Buffer) => {
    said += chunk;
  });
for (let waited = 0; ; waited++) {
  const answer = await fetch(`${netbox}/login/`).catch(() => null);
  if (answer?.ok) break;
  assert.ok(
    waited < 240 && server.exitCode === null,
    `NetBox does not answer: ${answer?.status}\n${said.slice(-4000)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

const browser = await launchBrowser();
after(() => browser.close());
// NetBox's scripts are not collected for this; the forms work without.
const visit = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
visit.setDefaultTimeout(60_000);

const account = async () =>
  (
    await database.sql.unsafe(
      `select u.username, u.email, u.is_superuser, s.provider, (s.uid <> '') as linked,
         (select string_agg(g.name, ' ' order by g.name) from users_user_groups ug join users_group g on g.id = ug.group_id
          where ug.user_id = u.id) as groups
       from users_user u join social_auth_usersocialauth s on s.user_id = u.id`,
    )
  )[0];

async function logIn(): Promise<void> {
  await visit.goto(`${netbox}/login/`);
  await visit.locator('form[action*="/oauth/"] button, a[href*="/oauth/"]').first().click();
  await visit.waitForURL((url) => url.port === String(identityPort) || url.pathname === '/');
  if (new URL(visit.url()).port === String(identityPort)) {
    await visit.getByLabel('Username or e-mail').fill('alice');
    await visit.getByLabel('Password').fill(password);
    await visit.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
  await visit.waitForURL((url) => url.port === String(netboxPort) && url.pathname === '/');
}

test('NetBox 4.7.3 makes the account, with groups and the role of a superuser', async () => {
  await logIn();
  const row = await account();
  assert.deepEqual(
    { ...row },
    {
      username: 'alice',
      email: '',
      is_superuser: 't',
      provider: 'oidc',
      linked: 't',
      groups: 'netbox_admin superusers',
    },
    `${visit.url()}\n${await visit.locator('body').innerText()}\n${said.slice(-2000)}`,
  );
});

test('a logout in NetBox leads to the end of the session here', async () => {
  await visit.goto(`${netbox}/logout/`);
  await visit.getByRole('button', { name: 'Sign out' }).click();
  await visit.getByText('You are signed out').waitFor();
});

test('a group that was lost here is lost in NetBox at the next login, and the role with it', async () => {
  await people.sql.unsafe('delete from patchbay.identity_membership');
  await people.sql.unsafe(
    `insert into patchbay.identity_membership (user_id, group_id)
     select u.id, g.id from patchbay.identity_user u, patchbay.identity_group g where g.name = 'netbox_staff'`,
  );
  await logIn();
  const { is_superuser, groups } = (await account())!;
  assert.deepEqual({ is_superuser, groups }, { is_superuser: 'f', groups: 'netbox_staff staff' });
});

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
