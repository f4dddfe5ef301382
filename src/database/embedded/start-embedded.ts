import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../connect.ts';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster, superuser } from './create-cluster.ts';
import { EmbeddedPostgresError, OtherMajorVersionError } from './errors.ts';
import { type Home, openHome } from './home.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { isPostmasterOf, readPidFile } from './pid-file.ts';
import { port, startPostmaster, stopPostmaster } from './postmaster.ts';

export interface EmbeddedOptions {
  /** DATA_DIR: the cluster lies in its folder `postgres`. */
  dataDirectory: string;
  /** For tests: data that need not survive the machine. */
  temporary?: boolean;
  /** Told when PostgreSQL ended by itself and was started again, or could not be. */
  onEvent?: (event: { level: 'warn' | 'fatal'; message: string }) => void;
}

export interface Embedded {
  /** The URL of the database `patchbay`; it holds the password. */
  url: string;
  stop(): Promise<void>;
}

/** Restarts allowed within `restartWindow` before PostgreSQL counts as broken. */
const restartLimit = 5;
const restartWindow = 60_000;

/**
 * Starts the PostgreSQL of a data directory, creating it on first use, and keeps it running until `stop`.
 * One Patchbay a directory; what a crash left behind (a server without its Patchbay, a stale pid file) is cleared.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDirectory } = options;
  const account = await serverAccount(join(dataDirectory, 'postgres'));
  const [binaries, home] = await Promise.all([findBinaries(account), openHome(dataDirectory, account)]);
  const created = await prepare({ home, binaries, account });
  const password = await readFile(home.password, 'utf8');
  const urlOf = (socketDirectory: string, database: string) =>
    `postgres://${superuser}:${password}@${encodeURIComponent(socketDirectory)}:${port}/${database}`;

  await clearRemains(home, dataDirectory, urlOf);
  await limitLog(home.log);
  const settings: Record<string, string> = options.temporary
    ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
    : {};
  const start = () => startPostmaster({ home, binaries, account, settings });
  let postmaster = await start();
  let lock = await takeInstanceLock(urlOf(postmaster.socketDirectory, 'postgres'), dataDirectory);
  await createDatabase(lock, created);

  let stopping = false;
  const supervise = async (): Promise<void> => {
    let restarts: number[] = [];
    for (;;) {
      await postmaster.ended;
      if (stopping) return;
      restarts = [...restarts.filter((time) => Date.now() - time < restartWindow), Date.now()];
      if (restarts.length > restartLimit)
        throw new EmbeddedPostgresError(`PostgreSQL ended ${restarts.length} times within a minute; see ${home.log}`);
      options.onEvent?.({ level: 'warn', message: 'PostgreSQL ended by itself and is started again' });
      await lock.end({ timeout: 0 });
      await removeStaleLocks(home);
      postmaster = await start();
      lock = await takeInstanceLock(urlOf(postmaster.socketDirectory, 'postgres'), dataDirectory);
    }
  };
  const supervised = supervise().catch((error: Error) => {
    if (!stopping) options.onEvent?.({ level: 'fatal', message: error.message });
  });

  return {
    url: urlOf(postmaster.socketDirectory, superuser),
    async stop() {
      if (stopping) return void (await supervised);
      stopping = true;
      await lock.end({ timeout: 1 });
      await postmaster.stop();
      await supervised;
    },
  };
}

/** Sees that a data directory of our major version is there; true when it was made just now. */
async function prepare({
  home,
  binaries,
  account,
}: {
  home: Home;
  binaries: Binaries;
  account: Account | null;
}): Promise<boolean> {
  const found = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (found !== null) {
    if (found.trim() !== binaries.major) throw new OtherMajorVersionError(home.data, found.trim(), binaries.major);
    return false;
  }
  if (await stat(home.data).catch(() => null))
    throw new EmbeddedPostgresError(
      `${home.data} is not a PostgreSQL data directory (it has no PG_VERSION). Move it away or choose another DATA_DIR.`,
    );
  await createCluster({ home, binaries, account });
  return true;
}

/** Stops a server that outlived its Patchbay; refuses when that Patchbay lives. */
async function clearRemains(
  home: Home,
  dataDirectory: string,
  urlOf: (directory: string, database: string) => string,
): Promise<void> {
  for (
    let file = await readPidFile(home.data);
    file && (await isPostmasterOf(home.data, file.pid));
    file = await readPidFile(home.data)
  ) {
    if (file.socketDirectory && file.ready) {
      const lock = await takeInstanceLock(urlOf(file.socketDirectory, 'postgres'), dataDirectory);
      await lock.end({ timeout: 1 });
      return stopPostmaster(home.data, file.pid);
    }
    await sleep(50); // it is coming up or going down; either ends by itself
  }
  await removeStaleLocks(home);
}

/**
 * A lock file whose process number has since been given to another process, or whose process nobody has buried yet (a
 * container without an init keeps zombies), would stop PostgreSQL from starting.
 */
async function removeStaleLocks(home: Home): Promise<void> {
  const file = await readPidFile(home.data);
  if (!file || (await isPostmasterOf(home.data, file.pid))) return;
  const socket = join(file.socketDirectory || home.directory, `.s.PGSQL.${port}`);
  for (const path of [join(home.data, 'postmaster.pid'), `${socket}.lock`, socket]) await rm(path, { force: true });
}

async function limitLog(log: string): Promise<void> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size > 10_000_000) await rm(log);
}

async function createDatabase(sql: Sql, created: boolean): Promise<void> {
  // A process killed between initdb and this line left a cluster without the database.
  if (!created && (await sql.unsafe(`select from pg_database where datname = '${superuser}'`)).length > 0) return;
  await sql.unsafe(`create database ${superuser}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error;
  });
}
