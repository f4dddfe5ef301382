import { join } from 'node:path';
import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Configuration } from './configuration.ts';
import { readDynamicSettings } from './dynamic-settings.ts';
import { keepSecrets } from './secrets.ts';

/** The settings in force: given ones before those of the database, and both before the defaults. */
export async function readSettings(sql: Sql, { dataDirectory, settings }: Configuration): Promise<Settings> {
  const [dynamic, secrets] = await Promise.all([readDynamicSettings(sql), keepSecrets(dataDirectory, settings)]);
  const folders = { MEDIA_ROOT: join(dataDirectory, 'media'), SCRIPTS_ROOT: join(dataDirectory, 'scripts') };
  return { ...defaultSettings, ...folders, ...dynamic, ...settings, ...secrets };
}
