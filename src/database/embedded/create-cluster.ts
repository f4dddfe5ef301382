import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { BinariesUnusableError, StartFailedError } from './errors.ts';
import type { Home } from './home.ts';

/** The superuser of every embedded cluster. */
export const superuser = 'patchbay';

/**
 * Settings for a small server, written to postgresql.conf once, so that an administrator may change them there.
 * `wal_level=minimal`: the embedded server has no replicas, and a load into new tables then writes no WAL.
 * `io_method=sync`: no reader processes beside the server. `jit=off`: our statements are short.
 */
const settings = {
  shared_buffers: '128MB',
  max_connections: '100',
  max_locks_per_transaction: '256',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Makes the data directory with initdb: complete under its final name, or not there at all. */
export async function createCluster({
  home,
  binaries,
  account,
}: {
  home: Home;
  binaries: Binaries;
  account: Account | null;
}): Promise<void> {
  const partial = `${home.data}.${process.pid}`;
  const password = `${partial}.password`;
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) await chown(password, account.uid, account.gid);
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        ...['-D', partial, '-U', superuser, `--pwfile=${password}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { ...account, cwd: home.directory, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } },
    );
    await rename(password, join(partial, basename(home.password)));
    await rename(partial, home.data);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    await rm(password, { force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return; // another was quicker
    throw explain(error as NodeJS.ErrnoException & { stderr?: string }, binaries);
  }
}

function explain(error: NodeJS.ErrnoException & { stderr?: string }, binaries: Binaries): Error {
  if (error.code === 'ENOENT')
    return new BinariesUnusableError(
      `${binaries.initdb} does not run here: the embedded PostgreSQL needs the GNU C library, which Alpine Linux and ` +
        'other musl systems lack. Set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  if (error.code === 'EPERM')
    return new BinariesUnusableError(
      'PostgreSQL refuses to run as root, and this process may not switch to another account. ' +
        'Run Patchbay as an ordinary user, or set DATABASE_URL.',
    );
  return new StartFailedError('initdb could not create the database.', error.stderr ?? error.message);
}
