import { chmod, mkdtemp, realpath, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '#database/embedded/start-embedded.ts';

/** Starts a PostgreSQL whose data is gone when it is stopped. */
export async function startTemporaryPostgres(): Promise<Embedded> {
  const directory = await temporaryDirectory();
  const embedded = await startEmbedded({ dataDirectory: join(directory, 'data'), temporary: true });
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      await removeDataDirectory(join(directory, 'data'));
      await rm(directory, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** A new directory that PostgreSQL's account may enter too; its name is short, for the socket inside. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(await temporaryPlace(), 'pb-'));
  await chmod(directory, 0o711);
  return directory;
}

/** Memory where there is plenty: each test database is 1,700 files, which some file systems create slowly. */
async function temporaryPlace(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => null);
  return memory && memory.bavail * memory.bsize > 2e9 ? '/dev/shm' : tmpdir();
}

/** Removes a DATA_DIR with its cluster, which may lie elsewhere behind a link. */
export async function removeDataDirectory(dataDirectory: string): Promise<void> {
  const cluster = await realpath(join(dataDirectory, 'postgres')).catch(() => null);
  if (cluster) await rm(cluster, { recursive: true, force: true, maxRetries: 20 });
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 20 });
}
