import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '#test/database.ts';
import { forgingProvider } from '#test/sso/forging-provider.ts';
import { oidcEnvironment } from '#test/sso/oidc-environment.ts';
import { openPatchbay } from '#test/sso/patchbay.ts';
import { Visitor } from '#test/sso/visitor.ts';

/**
 * node --import tsx bench/logins.ts: logins at a provider from the login page to the session, a second. The server, the
 * provider and whoever logs in are one process, which has one processor.
 */
const rounds = Number(process.env.BENCH_LOGINS ?? 200);
const together = 8;
const steps = [
  ...['social_details', 'social_uid', 'auth_allowed', 'social_user'].map(
    (name) => `social_core.pipeline.social_auth.${name}`,
  ),
  ...['user.get_username', 'user.create_user', 'social_auth.associate_user', 'social_auth.load_extra_data'].map(
    (name) => `social_core.pipeline.${name}`,
  ),
  'social_core.pipeline.user.user_details',
  ...['add_groups', 'remove_groups', 'set_roles'].map((name) => `netbox.custom_pipeline.${name}`),
];
const python = `from netbox.authentication import Group

def add_groups(response, user, *args, **kwargs):
    for name in response["groups"]:
        user.groups.add(Group.objects.get_or_create(name=name)[0])

def remove_groups(response, user, *args, **kwargs):
    for group in user.groups.exclude(name__in=response["groups"]):
        user.groups.remove(group)

def set_roles(response, user, *args, **kwargs):
    user.is_superuser = "superusers" in response["groups"]
    user.save()
`;
const kinds: readonly [what: string, files: Record<string, string>][] = [
  ['the default pipeline', {}],
  ["the page's pipeline, built-in steps", { 'sso.json': JSON.stringify({ SOCIAL_AUTH_PIPELINE: steps }) }],
  [
    "the page's pipeline, steps in Python",
    { 'sso.json': JSON.stringify({ SOCIAL_AUTH_PIPELINE: steps }), 'custom_pipeline.py': python },
  ],
];

const database = await testDatabase();
const provider = await forgingProvider();
console.log('| logins with | a second | processor time each |\n|---|---|---|');
for (const [what, files] of kinds) {
  const folder = mkdtempSync(join(tmpdir(), 'logins-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { address } = await openPatchbay(database, { ...oidcEnvironment(provider), CONFIG_DIR: folder });
  rmSync(folder, { recursive: true });
  provider.claims = { ...provider.claims, groups: ['network', 'superusers'] };
  const logIn = async () => {
    const { notice } = await new Visitor(address).logIn('oidc');
    if (notice) throw new Error(notice.message);
  };
  for (let n = 0; n < 10; n += 1) await logIn();
  const [begun, before] = [performance.now(), process.cpuUsage()];
  let left = rounds;
  const one = async () => {
    while (left-- > 0) await logIn();
  };
  await Promise.all(Array.from({ length: together }, one));
  const { user, system } = process.cpuUsage(before);
  const rate = (rounds / (performance.now() - begun)) * 1000;
  console.log(`| ${what} | ${rate.toFixed(0)} | ${((user + system) / 1000 / rounds).toFixed(1)} ms |`);
}
