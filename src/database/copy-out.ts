import type { Readable } from 'node:stream';
import type { Queryable } from './connect.ts';

/** Runs `COPY … TO stdout`; yields its rows as they come, no faster than they are taken. */
export async function* copyOut(sql: Queryable, statement: string): AsyncGenerator<Buffer> {
  const stream = (await sql.unsafe(statement).readable()) as unknown as Readable;
  try {
    yield* stream;
  } finally {
    // postgres.js 3.4 leaves its socket paused when the rows' end arrives while the stream is full.
    stream._read(0);
  }
}
