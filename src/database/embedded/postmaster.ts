import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { StartFailedError } from './errors.ts';
import type { Home } from './home.ts';
import { isPostmasterOf, readPidFile } from './pid-file.ts';

/** A PostgreSQL that this process started. */
export interface Postmaster {
  pid: number;
  socketDirectory: string;
  /** Settles when the process has ended, whatever ended it. */
  ended: Promise<void>;
  /** Ends it as `stopPostmaster` does. */
  stop(): Promise<void>;
}

export interface StartOptions {
  home: Home;
  binaries: Binaries;
  account: Account | null;
  /** Settings for this run, above postgresql.conf. */
  settings: Record<string, string>;
}

/** The longest path a Unix socket can have (sun_path, less its closing NUL). */
const longestSocketPath = 107;
export const port = 5432;

/** How long a server may take to come up; recovery after a crash is part of it. */
const startTimeout = 120_000;

/** Starts the server and waits until it takes connections; a crash before is recovered from by PostgreSQL itself. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await startOnce(options);
    if (typeof outcome !== 'string') return outcome;
    // After a postmaster was killed its last backends need a moment to notice and leave the shared memory.
    if (attempt < 50 && /pre-existing shared memory block/.test(outcome)) await sleep(100);
    else throw new StartFailedError(`PostgreSQL did not start in ${options.home.data}; its log says:`, outcome);
  }
}

async function startOnce({ home, binaries, account, settings }: StartOptions): Promise<Postmaster | string> {
  const socketDirectory = await openSocketDirectory(home, account);
  const log = await open(home.log, 'a', 0o600);
  const logStart = (await log.stat()).size;
  const child = spawn(
    binaries.postgres,
    [
      ...['-D', home.data, '-k', socketDirectory, '-p', String(port)],
      ...['-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700'],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // A session of its own: Ctrl-C reaches us alone, and we stop PostgreSQL when the last answer is out.
    {
      ...account,
      cwd: home.directory,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(async () => {
    if (socketDirectory !== home.directory) await rm(socketDirectory, { recursive: true, force: true });
  });
  await log.close();
  if (await waitUntilReady(child, home.data, ended))
    return { pid: child.pid!, socketDirectory, ended, stop: () => stopChild(child, ended) };
  child.kill('SIGKILL');
  await ended;
  const text = await readFile(home.log);
  return text.subarray(logStart).toString('utf8') || 'nothing';
}

async function waitUntilReady(child: ChildProcess, data: string, ended: Promise<void>): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (const deadline = Date.now() + startTimeout; !over && Date.now() < deadline; await sleep(5)) {
    const file = await readPidFile(data);
    if (file?.pid === child.pid && file?.ready) return true;
  }
  return false;
}

async function openSocketDirectory(home: Home, account: Account | null): Promise<string> {
  if (Buffer.byteLength(`${home.directory}/.s.PGSQL.${port}`) <= longestSocketPath) return home.directory;
  const directory = await mkdtemp(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'patchbay-'));
  await chmod(directory, 0o700);
  if (account) await chown(directory, account.uid, account.gid);
  return directory;
}

/** How a server is asked to end, and how long it may take: a fast shutdown, one without a checkpoint, the axe. */
const endings: readonly [signal: NodeJS.Signals, patience: number][] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, patience] of endings) {
    child.kill(signal);
    const timer = new AbortController();
    const outcome = await Promise.race([
      ended.then(() => 'ended'),
      sleep(patience, 'late', { signal: timer.signal }).catch(() => 'ended'),
    ]);
    timer.abort();
    if (outcome === 'ended') return;
  }
}

/** Ends a server that another process started, and whose transactions are rolled back. */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  for (const [signal, patience] of endings) {
    if (!(await isPostmasterOf(data, pid))) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(10))
      if (!(await isPostmasterOf(data, pid))) return;
  }
}
