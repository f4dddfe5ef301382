import { readdir } from 'node:fs/promises';
import { basename, extname, join, parse } from 'node:path';
import type { Step } from '../pipeline/step.ts';
import { ConfigurationFolderError } from './configuration-folder-error.ts';
import type { FileSettings, FolderFile, LoadedFiles } from './folder-loader.ts';
import { loaders } from './loaders.ts';

/** The configuration folder, read. */
export interface ConfigurationFolder {
  /** In the order of the files' names, which is the order in which they override each other. */
  readonly settings: readonly FileSettings[];
  /** The function that a dotted name means, where a file of the folder has it. */
  step(dotted: string): Step | undefined;
  close(): Promise<void>;
}

export interface FolderOptions {
  readonly directory: string;
  /** Whether the folder was asked for by name, and so must be there. */
  readonly required: boolean;
  /** The variables that files may read. */
  readonly environment: Readonly<Record<string, string>>;
  /** A file beside the folder that is read as if it were in it: `patchbay.config.ts`. */
  readonly also?: readonly string[];
}

/**
 * Reads every file of the configuration folder that some loader knows. A folder that nobody asked for need not be
 * there. Throws a ConfigurationFolderError.
 */
export async function loadFolder({
  directory,
  required,
  environment,
  also = [],
}: FolderOptions): Promise<ConfigurationFolder> {
  const files = [...(await list(directory, required)), ...also.map((path) => ({ name: basename(path), path }))];
  const loaded: { stems: readonly string[]; files: LoadedFiles }[] = [];
  try {
    for (const loader of loaders) {
      const own = files.filter(({ name }) => loader.endings.includes(extname(name)));
      if (own.length === 0) continue;
      loaded.push({
        stems: own.map(({ name }) => parse(name).name),
        files: await loader.load(own, environment),
      });
    }
  } catch (error) {
    for (const { files } of loaded) await files.close();
    throw error;
  }
  return {
    settings: loaded
      .flatMap(({ files }) => files.settings)
      .sort((a, b) => (a.file.name < b.file.name ? -1 : a.file.name > b.file.name ? 1 : 0)),
    step(dotted) {
      const dot = dotted.lastIndexOf('.');
      const [rest, name] = [dotted.slice(0, Math.max(dot, 0)), dotted.slice(dot + 1)];
      for (const { stems, files } of loaded)
        for (const stem of stems) {
          const step = rest === stem || rest.endsWith(`.${stem}`) ? files.step(stem, name) : undefined;
          if (step) return step;
        }
      return undefined;
    },
    async close() {
      for (const { files } of loaded) await files.close();
    },
  };
}

async function list(directory: string, required: boolean): Promise<FolderFile[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const known = new Set(loaders.flatMap(({ endings }) => endings));
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && known.has(extname(entry.name)))
      .map(({ name }) => ({ name, path: join(directory, name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (!required && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new ConfigurationFolderError(
      directory,
      null,
      `the configuration folder can't be read: ${(error as Error).message}`,
    );
  }
}
