import { spawn } from 'node:child_process';
import { startTemporaryPostgres } from './temporary-postgres.ts';

/** Runs node:test over the files given, with one temporary PostgreSQL for all of them. */
const postgres = await startTemporaryPostgres();
const child = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-concurrency=2', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: postgres.url },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => {
  child.once('exit', (status) => resolve(status ?? 1));
});
await postgres.stop();
process.exit(code);
