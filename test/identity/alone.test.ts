import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readConfiguration } from '#server/configuration.ts';
import { createIdentityApp } from '#server/identity-app.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { testDatabase } from '#test/database.ts';
import { identitySettings } from './serve-identity.ts';

/** The identity provider without the rest asks of every request what the whole server asks of it. */
const { sql, url } = await testDatabase();
const given = { ...identitySettings, ALLOWED_HOSTS: ['id.example.org', '127.0.0.1'] };
const configuration = readConfiguration({ DATABASE_URL: url, SETTINGS_JSON: JSON.stringify(given) });
const settings = await LiveSettings.open(sql, configuration);
const app = await createIdentityApp({ sql, settings, configuration });
const address = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());

const statusFor = async (host: string): Promise<number> =>
  (await fetch(`${address}/identity/sign-in`, { headers: { 'x-forwarded-host': host } })).status;

test('a host that is none of ALLOWED_HOSTS is refused', async () => {
  assert.equal(await statusFor('id.example.org'), 200);
  assert.equal(await statusFor('elsewhere.example.org'), 400);
  assert.equal(await statusFor('a b'), 400);
});
