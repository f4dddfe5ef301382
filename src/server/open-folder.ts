import { existsSync } from 'node:fs';
import { checkSettings, SettingError, type Settings } from '#base/settings.ts';
import { ConfigurationFolderError } from '#sso/folder/configuration-folder-error.ts';
import { type ConfigurationFolder, loadFolder } from '#sso/folder/load-folder.ts';
import { type Configuration, mergeSettings } from './configuration.ts';
import { unquoted } from './environment-settings.ts';

/** Read as if they were in the folder, where they are there. */
const besides = ['patchbay.config.ts', 'patchbay.config.mjs', 'patchbay.config.js'];

export interface OpenFolder {
  /** The configuration with what the files say. */
  readonly configuration: Configuration;
  readonly folder: ConfigurationFolder;
}

/**
 * Reads the configuration folder and `patchbay.config.ts`. Files go before variables of the environment, as in NetBox
 * Docker, later names before earlier ones, and SETTINGS_JSON before all of them. A setting that is None or null counts
 * as not given. Throws a ConfigurationError or a ConfigurationFolderError.
 */
export async function openFolder(configuration: Configuration, environment: NodeJS.ProcessEnv): Promise<OpenFolder> {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.trim(), unquoted(value.trim())]],
    ),
  );
  const also = besides.filter((file) => existsSync(file)).slice(0, 1);
  const folder = await loadFolder({ ...configuration.folder, environment: given, also });
  try {
    const unknown = new Set(configuration.unknownSettings);
    const fromFiles: Partial<Settings>[] = [];
    for (const { file, values } of folder.settings) {
      const known = Object.fromEntries(
        Object.entries(values).filter(
          ([name, value]) => /^[A-Z][A-Z0-9_]*$/.test(name) && value !== null && value !== undefined,
        ),
      );
      const checked = check(file.name, known);
      for (const name of checked.unknown) unknown.add(name);
      fromFiles.push(checked.settings);
    }
    const settings = mergeSettings(configuration.settings, ...fromFiles, configuration.jsonSettings);
    const basePath = configuration.basePath || (settings.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
    return { folder, configuration: { ...configuration, settings, basePath, unknownSettings: [...unknown] } };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

function check(file: string, values: Record<string, unknown>): ReturnType<typeof checkSettings> {
  try {
    return checkSettings(values);
  } catch (error) {
    if (error instanceof SettingError) throw new ConfigurationFolderError(file, null, error.message);
    throw error;
  }
}
