import { spawn } from 'node:child_process';
import { startTemporaryPostgres } from './temporary-postgres.ts';

/** Runs the replayer of recorded exchanges against the built server, in a PostgreSQL of its own: SET MINIMUM. */
const [set = '', minimum = '0'] = process.argv.slice(2);
const postgres = await startTemporaryPostgres();
const child = spawn(
  process.execPath,
  [
    '../shared/conformance/replay.mjs',
    ...['--database', postgres.url, '--start', 'npm run --silent serve', '--set', set, '--min', minimum],
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => {
  child.once('exit', (status) => resolve(status ?? 1));
});
await postgres.stop();
process.exit(code);
