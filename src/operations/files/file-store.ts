import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';

/** A path within the root. Throws where it leads out of it. */
function within(root: string, path: string): string {
  const inside = normalize(path);
  if (inside.startsWith('..') || inside.startsWith(sep) || inside.includes('\0') || root === '')
    throw new Error(`${path} is not a path within the store`);
  return join(root, inside);
}

/** Keeps a new file: under its name, or where that is taken under one with a few letters more. Returns its path. */
export async function keepNew(root: string, path: string, content: Buffer): Promise<string> {
  for (let name = path; ; name = alternative(path)) {
    const file = within(root, name);
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(file, content, { flag: 'wx' });
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function alternative(path: string): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}_${randomBytes(4).toString('hex').slice(0, 7)}${extension}`;
}

/** Writes a file, whether there was one or not. */
export async function replaceFile(root: string, path: string, content: Buffer): Promise<void> {
  const file = within(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Removes a file, if it is there. */
export const removeFile = (root: string, path: string): Promise<void> => rm(within(root, path), { force: true });

/** A file's content; undefined where there is none. */
export const readStored = (root: string, path: string): Promise<Buffer | undefined> =>
  readFile(within(root, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
