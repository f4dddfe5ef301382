import { join } from 'node:path';
import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Configuration } from './configuration.ts';
import { readDynamicSettings } from './dynamic-settings.ts';
import { keepSecrets } from './secrets.ts';

/** The settings in force: given ones before those of the database, and both before the defaults. */
export async function readSettings(sql: Sql, configuration: Configuration): Promise<Settings> {
  const [dynamic, fixed] = await Promise.all([readDynamicSettings(sql), fixedSettings(configuration)]);
  return { ...defaultSettings, ...dynamic.settings, ...fixed };
}

/** The settings that stay as they are while the program runs: what is given, and what is kept beside the data. */
export async function fixedSettings({ dataDirectory, basePath, settings }: Configuration): Promise<Partial<Settings>> {
  const folders = { MEDIA_ROOT: join(dataDirectory, 'media'), SCRIPTS_ROOT: join(dataDirectory, 'scripts') };
  return {
    ...folders,
    ...settings,
    ...(basePath && { BASE_PATH: basePath }),
    ...(await keepSecrets(dataDirectory, settings)),
  };
}
