import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from './errors.ts';

/** Forms of a dump that are no plain SQL, by their first bytes. */
const otherForms: [bytes: number[], what: string, advice: string][] = [
  [
    [0x50, 0x47, 0x44, 0x4d, 0x50],
    'pg_dump’s custom format',
    'Take it with pg_dump --format=plain, or turn it into SQL with pg_restore --file=dump.sql.',
  ],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with zstd', 'Unpack it first: zstd -d.'],
  [[0x42, 0x5a, 0x68], 'compressed with bzip2', 'Unpack it first: bunzip2.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'compressed with xz', 'Unpack it first: unxz.'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive', 'Unpack it first.'],
];

/** Opens a plain dump, unpacking it when it is compressed with gzip, whatever its name. */
export async function openDump(file: string): Promise<AsyncIterable<Buffer>> {
  const head = await readHead(file);
  for (const [bytes, what, advice] of otherForms)
    if (bytes.every((byte, index) => head[index] === byte))
      throw new ImportError(`${file} is no plain SQL dump but ${what}. ${advice}`);
  const plain = createReadStream(file, { highWaterMark: 256 * 1024 });
  plain.on('error', ignoreUntilRead);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return plain;
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  unpacked.on('error', ignoreUntilRead);
  pipeline(plain, unpacked, () => {});
  return withClearErrors(unpacked, file);
}

/** A stream may fail before anybody reads it; whoever reads it is told then. */
function ignoreUntilRead(): void {}

async function readHead(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ImportError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

async function* withClearErrors(stream: Readable, file: string): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw new ImportError(
        `${file} is cut short or damaged: it cannot be unpacked to its end (${(error as Error).message}).`,
      );
    throw error;
  }
}
