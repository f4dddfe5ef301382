import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { benchSettings } from './recorded.ts';

/** The built server, in a process of its own. */
export interface BuiltServer {
  readonly port: number;
  /** Its process. */
  readonly pid: number;
  /** Milliseconds from its start to its first answer. */
  readonly started: number;
  /** Megabytes it holds now, and held at most. */
  memory(): Promise<{ now: number; most: number }>;
  stop(): Promise<void>;
}

export async function startBuiltServer(url: string): Promise<BuiltServer> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []),
      fileURLToPath(new URL('../dist/server.js', import.meta.url)),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: url,
        HOST: '127.0.0.1',
        PORT: String(port),
        SETTINGS_JSON: JSON.stringify(benchSettings),
      },
    },
  );
  const exited = once(child, 'exit');
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/api/`).then(
      () => true,
      () => false,
    );
    if (answered) break;
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    await sleep(5);
  }
  return {
    port,
    pid: child.pid!,
    started: performance.now() - begin,
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const megabytes = (name: string) =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
      return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
