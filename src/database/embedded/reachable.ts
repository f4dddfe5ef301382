import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

/** Whether `account` may enter every directory above `path` and read (and enter or run) `path` itself. */
export async function reachable(path: string, account: Account): Promise<boolean> {
  const real = await realpath(path);
  if (!(await allows(real, account, 0o5))) return false;
  for (let directory = dirname(real); ; directory = dirname(directory)) {
    if (!(await allows(directory, account, 0o1))) return false;
    if (directory === dirname(directory)) return true;
  }
}

async function allows(path: string, { uid, gid }: Account, bits: number): Promise<boolean> {
  const found = await stat(path);
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & bits) === bits;
}
