import { after } from 'node:test';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { type App, createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { openFolder } from '#server/open-folder.ts';
import type { TestDatabase } from '#test/database.ts';

export const secrets = { SECRET_KEY: 'x1'.repeat(35), API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } };
export const testSettings: Settings = { ...defaultSettings, ...secrets };

const opened: (() => Promise<void>)[] = [];
// Here, and not where it is opened: what a test opens may serve the tests behind it.
after(async () => {
  for (const close of opened) await close();
});

/**
 * Serves the database as the environment says, its configuration folder included; closed after the file's tests.
 * Returns the address, without a slash at the end.
 */
export async function openPatchbay(
  { sql }: TestDatabase,
  environment: Record<string, string> = {},
): Promise<{ readonly address: string } & Pick<App, 'problems' | 'routes'>> {
  const settings = JSON.stringify({ ...secrets, ...JSON.parse(environment.SETTINGS_JSON ?? '{}') });
  const given = { CONFIG_DIR: '', ...environment, SETTINGS_JSON: settings };
  const { configuration, folder } = await openFolder(readConfiguration(given), given);
  const app = await createApp({ sql, settings: await LiveSettings.open(sql, configuration), configuration, folder });
  const base = configuration.basePath && `/${configuration.basePath}`;
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}${base}`;
  opened.push(async () => {
    await app.close();
    await folder.close();
  });
  return { address, problems: app.problems, routes: app.routes };
}
