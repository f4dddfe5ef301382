import { realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { type Opening, SourceError } from './source.ts';

/** What the system tells of itself and of running programs: their environments, with the passwords in them. */
const system = ['/proc', '/sys', '/dev'];

/**
 * The folder that an address without a scheme, or with `file:`, names on this machine. Throws a SourceError where there
 * is none, and where it is, holds or lies in one that is closed.
 */
export async function localFolder(url: string, { closed }: Pick<Opening, 'closed'>): Promise<string> {
  const path = url.replace(/^file:(\/\/[^/]*)?/i, '');
  const folder = await realpath(resolve(path)).catch(() => undefined);
  if (folder === undefined || !(await stat(folder)).isDirectory())
    throw new SourceError(`There is no folder ${path} on the server.`);
  const own = await Promise.all(closed.map((one) => realpath(resolve(one)).catch(() => resolve(one))));
  if ([...system, ...own].some((one) => isWithin(folder, one)) || own.some((one) => isWithin(one, folder)))
    throw new SourceError(`The folder ${path} is the server's own, or holds it.`);
  return folder;
}

/** Whether a path is a folder or lies somewhere below it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
