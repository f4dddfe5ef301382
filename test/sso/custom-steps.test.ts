import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationFolderError } from '#sso/folder/configuration-folder-error.ts';
import { SsoSettingError } from '#sso/settings/sso-setting-error.ts';
import { testDatabase } from '#test/database.ts';
import { forgingProvider } from './forging-provider.ts';
import { oidcEnvironment } from './oidc-environment.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const { sql } = database;
const provider = await forgingProvider();
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const open = (files: Record<string, string>, settings: Record<string, unknown> = {}) =>
  openPatchbay(database, {
    ...oidcEnvironment(provider),
    CONFIG_DIR: folderOf(files),
    SETTINGS_JSON: JSON.stringify({ SSO_STEP_TIMEOUT: 1, ...settings }),
  });

const usual = [
  'social_core.pipeline.social_auth.social_details',
  'social_core.pipeline.social_auth.social_uid',
  'social_core.pipeline.social_auth.social_user',
  'social_core.pipeline.user.get_username',
  'social_core.pipeline.user.create_user',
  'social_core.pipeline.social_auth.associate_user',
];
const settingsFile = (...steps: string[]) => ({
  'sso.json': JSON.stringify({ SOCIAL_AUTH_PIPELINE: [...usual, ...steps] }),
});

async function account(name: string) {
  const [user] = await sql.unsafe(
    `select is_superuser, first_name, (select string_agg(g.name, ' ' order by g.name)
       from users_user_groups m join users_group g on g.id = m.group_id where m.user_id = u.id) as groups
     from users_user u where username = $1`,
    [name],
  );
  return user && { ...user };
}

test('steps in TypeScript, between the others, typed and async', async () => {
  const { address } = await open({
    'settings.ts': `
      import type { PatchbayConfig, CustomStep } from 'patchbay/config';
      const mark: CustomStep = async ({ user, details }) => {
        await user!.save({ first_name: String(details.department) });
      };
      export default {
        SOCIAL_AUTH_PIPELINE: [
          ${usual.map((name) => JSON.stringify(name)).join(',')},
          'custom_steps.department', mark, 'netbox.custom_steps.groups',
        ],
      } satisfies PatchbayConfig;`,
    'custom_steps.ts': `
      import type { CustomStepInput } from 'patchbay/config';
      export const department = ({ response, details, backend }: CustomStepInput) =>
        ({ details: { department: response.dept + ' at ' + backend.name }, told: details.email });
      export async function groups({ user, groups, more, isNew, uid }: CustomStepInput): Promise<void> {
        await user!.groups.add('first', 'second', more.told as string);
        await user!.groups.remove('second');
        if (await groups.create('fresh')) await user!.groups.add('fresh');
        await user!.save({ is_superuser: isNew && uid === 'ts-id' });
        if (!(await user!.groups.names()).includes('fresh') || !user!.is_superuser) throw new Error('not seen');
      }`,
  });
  provider.claims = { sub: 'ts-id', preferred_username: 'typed', dept: 'Lab', email: 't@x.org' };
  assert.deepEqual(await new Visitor(address).logIn('oidc'), { to: '/', notice: null });
  assert.deepEqual(await account('typed'), {
    is_superuser: 't',
    first_name: 'Lab at oidc',
    groups: 'first fresh t@x.org',
  });
});

test('a step that refuses undoes all of the login, and is heard', async () => {
  const { address } = await open({
    ...settingsFile('deny.step'),
    'deny.mjs': `export async function step({ user, refuse }) { await user.groups.add('never'); refuse('Not on Sundays, ' + user.username + '.'); }`,
  });
  provider.claims = { sub: 'refused-id', preferred_username: 'refused' };
  const { notice } = await new Visitor(address).logIn('oidc');
  assert.deepEqual(notice, { kind: 'denied', message: 'Not on Sundays, refused.' });
  assert.equal(await account('refused'), undefined);
  assert.equal((await sql.unsafe("select 1 from users_group where name = 'never'")).length, 0);
});

const broken: [what: string, step: string][] = [
  ['loops for ever', 'export function step() { for (;;); }'],
  ['never comes to an end', 'export function step() { return new Promise(() => {}); }'],
  ['throws', "export function step() { throw new Error('broken'); }"],
  ['ends the process', 'export function step() { process.exit(0); }'],
  ['takes all memory', 'export function step() { const all = []; for (;;) all.push(new Array(1e6).fill(all)); }'],
  ['writes what no user may have', "export const step = ({ user }) => user.save({ is_superuser: 'yes' })"],
  ['makes a group without a name', "export const step = ({ groups }) => groups.create('')"],
];
for (const [what, text] of broken)
  test(`a step that ${what}: nobody is let in, and others are`, async () => {
    const { address } = await open({
      ...settingsFile('broken.maybe'),
      'broken.mjs': `${text}
      export const maybe = (input) => (input.response.good ? undefined : step(input));`,
    });
    provider.claims = { sub: `${what}-id`, preferred_username: 'breaker' };
    const { to, notice } = await new Visitor(address).logIn('oidc');
    assert.deepEqual([to, notice?.kind], ['/login/', 'failed']);
    assert.equal(await account('breaker'), undefined);
    provider.claims = { sub: `${what}-id`, preferred_username: 'good', good: true };
    assert.equal((await new Visitor(address).logIn('oidc')).to, '/');
    await sql.unsafe('truncate users_user cascade');
  });

const unusable: [what: string, files: Record<string, string>, message: RegExp][] = [
  ['no such step', settingsFile('custom.nothing'), /SOCIAL_AUTH_PIPELINE names "custom\.nothing", which is neither/],
  ['a step that we have not', settingsFile('social_core.pipeline.debug.debug'), /pipeline\.debug/],
  ['no list', { 'sso.json': '{"SOCIAL_AUTH_PIPELINE": "x"}' }, /must be a list of names/],
  ['no JSON', { 'sso.json': '{' }, /^sso\.json: it can't be read/],
  ['no object', { 'sso.json': '[]' }, /^sso\.json: it must hold an object/],
  [
    'a setting of another kind',
    { 'sso.json': '{"LOGIN_REQUIRED": 5}' },
    /^sso\.json: LOGIN_REQUIRED must be true or false/,
  ],
  ['no TypeScript', { 'a.ts': 'const x = 1;\nexport const y: = 2;' }, /^a\.ts:2: /],
  ['an exception', { 'a.mjs': "\n\nthrow new Error('no');" }, /^a\.mjs:3: no$/],
];
for (const [what, files, message] of unusable)
  test(`the program doesn't start: ${what}`, async () => {
    await assert.rejects(open(files), (error: Error) => {
      assert.ok(error instanceof ConfigurationFolderError || error instanceof SsoSettingError);
      assert.match(error.message, message);
      return true;
    });
  });

const unknown: [backend: string, message: RegExp][] = [
  [
    'social_core.backends.saml.SAMLAuth',
    /REMOTE_AUTH_BACKEND: Patchbay has no login "social_core\.backends\.saml\.SAMLAuth"\. It knows netbox\.auth/,
  ],
  ['netbox.authentication.LDAPBackend', /LDAPBackend/],
];
for (const [backend, message] of unknown)
  test(`the program doesn't start with ${backend}`, async () => {
    await assert.rejects(openPatchbay(database, { REMOTE_AUTH_BACKEND: backend }), message);
  });

const problems: [environment: Record<string, string>, message: RegExp][] = [
  [{ SOCIAL_AUTH_OIDC_ENDPOINT: '' }, /SOCIAL_AUTH_OIDC_ENDPOINT is not set/],
  [{ SOCIAL_AUTH_OIDC_KEY: "''" }, /SOCIAL_AUTH_OIDC_KEY is not set/],
  [
    { SOCIAL_AUTH_OIDC_ENDPOINT: 'https://authentik.company/application/o//' },
    /lacks the application's slug: https:\/\/authentik\.company\/application\/o\/<slug>\//,
  ],
  [{ SOCIAL_AUTH_OIDC_ENDPOINT: 'authentik' }, /must be an address such as/],
];
for (const [environment, message] of problems)
  test(`the program starts, and says that ${message.source.slice(0, 60)}`, async () => {
    const { address, problems } = await openPatchbay(database, { ...oidcEnvironment(provider), ...environment });
    assert.match(problems[0]!, message);
    const visitor = new Visitor(address);
    assert.match((await visitor.loginFacts()).providers[0]!.problem!, message);
    assert.equal((await visitor.begin('oidc')).status, 409);
  });
