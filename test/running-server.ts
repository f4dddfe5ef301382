import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { removeDataDirectory, temporaryDirectory } from './temporary-postgres.ts';

const root = join(import.meta.dirname, '..');

/** The token that `apiOf` asks with, where the server was started with it (SUPERUSER_API_TOKEN). */
export const apiToken = '0123456789abcdef0123456789abcdef01234567';

const directories: string[] = [];
const children: ChildProcess[] = [];
after(async () => {
  for (const child of children) await stopServer(child, 'SIGKILL');
  for (const directory of directories) {
    await removeDataDirectory(directory);
    await rm(dirname(directory), { recursive: true, force: true, maxRetries: 20 });
  }
});

/** A DATA_DIR that is gone after the file's tests. */
export async function newDataDirectory(): Promise<string> {
  const directory = join(await temporaryDirectory(), 'data');
  directories.push(directory);
  return directory;
}

/** A server of the sources in a process of its own, and what it has said so far. */
export interface Launched {
  readonly child: ChildProcess;
  output(): string;
}

/** How a server is started: the words behind `start`, and whether it is the built one instead of the sources. */
interface LaunchOptions {
  readonly words?: readonly string[];
  /** The command, where it isn't `start`. */
  readonly command?: string;
  readonly built?: boolean;
}

/** Starts the program `start`, on a port that is free. */
export function launchServer(
  environment: Record<string, string>,
  { words = [], command = 'start', built }: LaunchOptions = {},
): Launched {
  const program = built ? ['dist/cli.js'] : ['--import', 'tsx', 'src/cli/main.ts'];
  const child = spawn(process.execPath, [...program, command, ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk: Buffer) => (text += chunk));
  return { child, output: () => text };
}

/** Starts it and waits until it is ready. */
export async function startServer(
  environment: Record<string, string>,
  options: LaunchOptions = {},
): Promise<Launched & { address: string }> {
  const { child, output } = launchServer(environment, options);
  while (!/ready: /.test(output()))
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit').then(() => assert.fail(output()))]);
  return { child, output, address: /ready: (\S+)/.exec(output())![1]! };
}

/** Sends it a signal and waits for its end; its exit code. */
export async function stopServer(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

/** Asks a server as its superuser. */
export async function ask(
  url: string,
  { method = 'GET', body }: { method?: string; body?: unknown } = {},
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
): Promise<{ status: number; json: any; headers: Headers }> {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Token ${apiToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text && JSON.parse(text), headers: answer.headers };
}
