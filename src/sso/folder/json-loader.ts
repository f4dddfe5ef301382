import { readFile } from 'node:fs/promises';
import { ConfigurationFolderError } from './configuration-folder-error.ts';
import type { FileSettings, FolderFile, FolderLoader } from './folder-loader.ts';

/** `*.json`: an object of settings. */
export const jsonLoader: FolderLoader = {
  endings: ['.json'],
  async load(files) {
    const settings = await Promise.all(files.map(read));
    return { settings, step: () => undefined, close: async () => {} };
  },
};

async function read(file: FolderFile): Promise<FileSettings> {
  let values: unknown;
  try {
    values = JSON.parse(await readFile(file.path, 'utf8'));
  } catch (error) {
    throw new ConfigurationFolderError(file.name, null, `it can't be read: ${(error as Error).message}`);
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new ConfigurationFolderError(file.name, null, 'it must hold an object of settings.');
  return { file, values: values as Record<string, unknown> };
}
