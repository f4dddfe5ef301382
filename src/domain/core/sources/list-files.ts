import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isWithin } from './local-folder.ts';
import { SourceError } from './source.ts';

/** What the column of a file's path takes, and what PostgreSQL takes of its bytes with room for their spelling. */
const longest = 1000;
const largest = 256 * 1024 * 1024;

/** A file of a source as it lies there. */
export interface ListedFile {
  /** Where it can be read. */
  readonly at: string;
  readonly hash: string;
  readonly size: number;
}

/**
 * The files of a folder by their paths in it. Folders at its top that begin with a dot are passed over, and links that
 * lead out of it. Throws a SourceError for a path or a file that is too long.
 */
export async function listFiles(folder: string, ignored: (path: string) => boolean): Promise<Map<string, ListedFile>> {
  const files = new Map<string, ListedFile>();
  const walk = async (under: string): Promise<void> => {
    for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!path.startsWith('.')) await walk(path);
      } else if (!ignored(path)) {
        const at = entry.isSymbolicLink() ? await realpath(join(folder, path)).catch(() => '') : join(folder, path);
        if ((entry.isFile() || entry.isSymbolicLink()) && isWithin(at, folder)) {
          const file = await digest(at);
          if (file) files.set(checked(path, file), file);
        }
      }
    }
  };
  await walk('');
  return files;
}

function checked(path: string, { size }: ListedFile): string {
  if ([...path].length > longest)
    throw new SourceError(`The path ${path.slice(0, 80)}… has more than ${longest} characters.`);
  if (size > largest) throw new SourceError(`The file ${path} has ${size} bytes, more than ${largest}.`);
  return path;
}

/** Undefined for what is no file behind a link. */
async function digest(at: string): Promise<ListedFile | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(at)) {
      size += (chunk as Buffer).length;
      hash.update(chunk as Buffer);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
    throw error;
  }
  return { at, hash: hash.digest('hex'), size };
}
