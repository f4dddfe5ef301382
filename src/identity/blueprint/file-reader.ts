import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { BlueprintError } from './blueprint-error.ts';

/**
 * Reads the files that a blueprint names: those in its own folder and below it, links followed. Null where there is no
 * such file; throws a BlueprintError for any other place.
 */
export const fileReader =
  (folder: string) =>
  async (path: string): Promise<string | null> => {
    if (path.includes('\0')) throw new BlueprintError('cannot read a file whose name has a null character.');
    const within = await realpath(folder);
    const wanted = resolve(within, path);
    const refuse = (file: string) => {
      const away = relative(within, file);
      if (away === '' || away.startsWith('..') || isAbsolute(away))
        throw new BlueprintError(`reads files in the folder of the blueprint alone, not ${path}.`);
    };
    try {
      const file = await realpath(wanted);
      refuse(file);
      return await readFile(file, 'utf8');
    } catch (error) {
      if (error instanceof BlueprintError) throw error;
      refuse(wanted);
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw new BlueprintError(`cannot read ${path}: ${message}`);
    }
  };
