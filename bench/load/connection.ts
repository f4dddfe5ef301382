import { connect, type Socket } from 'node:net';

/**
 * A kept-alive HTTP connection that asks the same again and again and only counts the bytes of the answer: the two
 * processors that are measured are also those that measure, so whoever asks must cost next to nothing.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #requests: readonly string[];
  #head: Buffer = Buffer.alloc(0);
  #left = -1;
  #waiting: { resolve(): void; reject(error: Error): void } | undefined;
  /** Bytes of the last answers' bodies. */
  bytes = 0;

  constructor({ port, paths, token }: { port: number; paths: readonly string[]; token: string }) {
    this.#requests = paths.map(
      (path) =>
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Token ${token}\r\nAccept: application/json\r\n\r\n`,
    );
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#read(chunk as Buffer));
    this.#socket.on('error', (error) => this.#waiting?.reject(error));
    this.#socket.on('close', () => this.#waiting?.reject(new Error('The server closed the connection.')));
  }

  /** Asks, and settles when the whole answers are there. Rejects unless each is a 200. */
  async ask(): Promise<void> {
    this.bytes = 0;
    for (const request of this.#requests)
      await new Promise<void>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        this.#socket.write(request);
      });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#left < 0) {
      this.#head = this.#head.length > 0 ? Buffer.concat([this.#head, chunk]) : chunk;
      const end = this.#head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = this.#head.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
        this.#waiting?.reject(new Error(`The server answered: ${this.#head.toString('utf8').slice(0, 500)}`));
        return;
      }
      this.bytes += Number(length);
      this.#left = Number(length) - (this.#head.length - end - 4);
      this.#head = Buffer.alloc(0);
    } else this.#left -= chunk.length;
    if (this.#left > 0) return;
    this.#left = -1;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve();
  }
}
