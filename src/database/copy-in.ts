import type { Writable } from 'node:stream';
import type { Queryable } from './connect.ts';

/** What postgres.js calls as a COPY goes on: once with the stream, and again when PostgreSQL has answered. */
interface CopyQuery {
  resolve(value: unknown): void;
  reject(error: Error): void;
  writable(): CopyQuery;
}

/**
 * Runs `COPY … FROM stdin` and sends it `rows`, no faster than PostgreSQL takes them. Settles with PostgreSQL's own
 * answer: the stream that postgres.js hands out ends well, or not at all, when the rows are refused at the very end,
 * so its query is listened to instead.
 */
export async function copyIn(
  sql: Queryable,
  statement: string,
  rows: AsyncIterable<Buffer | string> | Iterable<Buffer | string>,
): Promise<void> {
  const query = sql.unsafe(statement) as unknown as CopyQuery & Promise<unknown>;
  let refused: Error | null = null;
  let opened: (stream: Writable) => void;
  const stream = new Promise<Writable>((resolve) => {
    opened = resolve;
  });
  const answer = new Promise<void>((resolve, reject) => {
    let isOpen = false;
    query.resolve = (value) => {
      if (isOpen) return resolve();
      isOpen = true;
      opened(value as Writable);
    };
    query.reject = (error) => {
      refused = error;
      reject(error);
    };
  });
  void query.writable();
  query.catch(() => {}); // sends the query; its outcome is `answer`
  const failed = answer.then(() => undefined as never);
  failed.catch(() => {});

  const target = await Promise.race([stream, failed]);
  target.on('error', () => {});
  try {
    for await (const chunk of rows) {
      if (refused) break;
      await Promise.race([write(target, chunk), failed]);
    }
  } catch (error) {
    if (!refused) {
      target.destroy(error as Error); // tells PostgreSQL that the rows end in a failure
      await answer.catch(() => {});
    }
    throw error;
  }
  target.end();
  await answer;
}

function write(stream: Writable, chunk: Buffer | string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
