import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { newDataDirectory, startServer } from '#test/running-server.ts';
import { forgingProvider } from './forging-provider.ts';
import { Visitor } from './visitor.ts';

// The built program, as it is installed: it finds its worker, reads TypeScript, and is configured by files alone.
const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
after(() => rmSync(folder, { recursive: true }));
const provider = await forgingProvider();
writeFileSync(
  join(folder, 'settings.ts'),
  `import type { CustomStepInput, PatchbayConfig } from 'patchbay/config';
   export default {
     REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
     SOCIAL_AUTH_OIDC_ENDPOINT: ${JSON.stringify(provider.issuer)},
     SOCIAL_AUTH_OIDC_KEY: ${JSON.stringify(provider.clientId)},
     SOCIAL_AUTH_OIDC_SECRET: process.env.OIDC_SECRET,
     SOCIAL_AUTH_PIPELINE: [
       'social_core.pipeline.social_auth.social_details',
       'social_core.pipeline.social_auth.social_uid',
       'social_core.pipeline.social_auth.social_user',
       'social_core.pipeline.user.get_username',
       'social_core.pipeline.user.create_user',
       'social_core.pipeline.social_auth.associate_user',
       async ({ user }: CustomStepInput) => { await user!.groups.add('from a file'); },
     ],
   } satisfies PatchbayConfig;`,
);
const { sql, url } = await testDatabase();
const environment = {
  DATABASE_URL: url,
  DATA_DIR: await newDataDirectory(),
  CONFIG_DIR: folder,
  OIDC_SECRET: provider.clientSecret,
};
const { address } = await startServer(environment, { built: true });

test('files of the configuration folder log somebody in', async () => {
  const visitor = new Visitor(address.replace(/\/$/, ''));
  assert.deepEqual(await visitor.logIn('oidc'), { to: '/', notice: null });
  const groups = await sql.unsafe('select g.name from users_user_groups m join users_group g on g.id = m.group_id');
  assert.deepEqual(
    groups.map(({ name }) => name),
    ['from a file'],
  );
});
