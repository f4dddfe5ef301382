import { after } from 'node:test';
import { createSuperuser } from '#access/create-superuser.ts';
import { defaultSettings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { apiToken } from './running-server.ts';

const settings = { SECRET_KEY: 'x1'.repeat(35), API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } };

/** Serves a database in the test's own process, to a superuser with `apiToken`, until its tests are done; the address. */
export async function ownApp(sql: Sql): Promise<string> {
  const superuser = { name: 'admin', email: '', passwordHash: '!', apiToken };
  await createSuperuser(sql, superuser, { ...defaultSettings, ...settings });
  const configuration = readConfiguration({ SETTINGS_JSON: JSON.stringify(settings) });
  const app = await createApp({ sql, settings: await LiveSettings.open(sql, configuration), configuration });
  after(() => app.close());
  return app.listen({ host: '127.0.0.1', port: 0 });
}
