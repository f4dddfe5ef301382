import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { reachable } from './reachable.ts';

/** The files of one embedded PostgreSQL, all below one directory that its account owns. */
export interface Home {
  directory: string;
  /** PostgreSQL's data directory. */
  data: string;
  /** The superuser's password, readable by the owner alone. */
  password: string;
  log: string;
}

/** Where clusters go whose DATA_DIR PostgreSQL's account cannot enter; DATA_DIR then holds a link. */
const shared = '/var/lib/patchbay';

/** Finds or makes the home of the cluster that belongs to `dataDirectory`. */
export async function openHome(dataDirectory: string, account: Account | null): Promise<Home> {
  const place = join(resolve(dataDirectory), 'postgres');
  try {
    await makeDirectory(dirname(place), 0o755);
    if (!(await lstat(place).catch(() => null))) await create(place, account);
    return await inside(await realpath(place));
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(`DATA_DIR ${dataDirectory} cannot be used: ${(error as Error).message}`);
  }
}

async function create(place: string, account: Account | null): Promise<void> {
  if (account && !(await reachable(dirname(place), account))) {
    const directory = join(shared, `${basename(dirname(dirname(place))) || 'data'}-${randomBytes(4).toString('hex')}`);
    await makeDirectory(shared, 0o755);
    await createOwned(directory, account);
    await symlink(directory, place);
  } else {
    await createOwned(place, account);
  }
}

/** Two processes may come here at once: the one that comes second finds the directory made. */
async function createOwned(directory: string, account: Account | null): Promise<void> {
  await mkdir(directory, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (account) await chown(directory, account.uid, account.gid);
}

async function inside(directory: string): Promise<Home> {
  const owner = (await stat(directory)).uid;
  const user = process.getuid?.() ?? owner;
  if (user !== 0 && owner !== user)
    throw new EmbeddedPostgresError(
      `${directory} belongs to another user (uid ${owner}). Run Patchbay as that user or as root, or choose another DATA_DIR.`,
    );
  return {
    directory,
    data: join(directory, 'data'),
    password: join(directory, 'data/patchbay.password'),
    log: join(directory, 'server.log'),
  };
}

/** Creates `directory` with `mode` whatever the umask; one that exists is left as it is. */
async function makeDirectory(directory: string, mode: number): Promise<void> {
  const first = await mkdir(directory, { recursive: true, mode });
  if (first !== undefined) await chmod(directory, mode);
}
