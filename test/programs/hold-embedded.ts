import { startEmbedded } from '#database/embedded/start-embedded.ts';

/** For tests: holds the embedded PostgreSQL of a data directory until it is told to end, or is killed. */
try {
  const embedded = await startEmbedded({ dataDirectory: process.argv[2]! });
  process.on('SIGTERM', () => void embedded.stop());
  process.stdout.write(`${embedded.url}\n`);
} catch (error) {
  process.stdout.write(`${(error as Error).name}: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
