import { Worker } from 'node:worker_threads';
import { PythonError } from './python-error.ts';
import { workerFile } from './python-files.ts';
import type { WorkerMessage } from './worker/main.ts';
import type { RealmOptions } from './worker/open-realm.ts';

/** Starting takes half a second; a machine under load gets a minute. */
const startMilliseconds = 60_000;
/** On a machine under load, so many times its processor time may pass on the clock. */
const patience = 10;
/** How long an interrupted text may go on: one that catches the interruption, or is within a single long operation. */
const graceMilliseconds = 500;

/** One worker with a Python in it, from its start to its end. It does one thing at a time; the caller sees to that. */
export class Session {
  readonly #worker: Worker;
  #signal: Uint8Array | null = null;
  #size = 0;
  #ended: PythonError | null = null;
  #settle: ((message: WorkerMessage | PythonError) => void) | null = null;

  private constructor(start: RealmOptions) {
    this.#worker = new Worker(workerFile, {
      workerData: start,
      env: {},
      argv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      // JavaScript's own heap; what Python uses is WebAssembly's memory, whose limit stands in the module.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 },
    });
    this.#worker.on('message', (message: WorkerMessage) => this.#settle?.(message));
    this.#worker.on('error', (error: Error) => this.#end(`Python ended: ${error.message}`));
    this.#worker.on('exit', () => this.#end('Python ended.'));
  }

  /** Starts a worker; rejects with a PythonError when Python doesn't come up. */
  static async start(start: RealmOptions): Promise<Session> {
    const session = new Session(start);
    const message = await session.#next(startMilliseconds, () => {
      session.#end(`Python did not start within ${startMilliseconds / 1000} seconds.`);
      return 0;
    });
    if ('signal' in message) session.#signal = new Uint8Array(message.signal);
    session.#size = message.size;
    return session;
  }

  /** Bytes of the memory that Python has taken; it never gives any back. */
  get size(): number {
    return this.#size;
  }

  /** Whether this session is over. */
  get over(): boolean {
    return this.#ended !== null;
  }

  /**
   * Sends a request and waits for its answer. After `milliseconds` of processor time the text is interrupted, and where
   * that is no use the worker is ended: then it rejects with a PythonError of the fault `time`.
   */
  async ask(request: string, milliseconds: number): Promise<string> {
    Atomics.store(this.#signal!, 0, 0);
    const before = process.cpuUsage();
    const begun = performance.now();
    this.#worker.postMessage(request);
    let interrupted = false;
    const message = await this.#next(milliseconds, () => {
      const { user, system } = process.cpuUsage(before);
      const left = milliseconds - (user + system) / 1000;
      if (left > 0 && performance.now() - begun < milliseconds * patience) return Math.max(left, 10);
      if (interrupted) this.#end(`took longer than ${milliseconds} ms`, 'time');
      interrupted = true;
      Atomics.store(this.#signal!, 0, 2);
      return graceMilliseconds;
    });
    return 'answer' in message ? message.answer : '';
  }

  /** Ends the worker. */
  async stop(): Promise<void> {
    this.#end('Python was stopped.');
    await this.#worker.terminate();
  }

  /** The next message. `late` is asked when it isn't there in time, and answers how much longer to wait. */
  #next(milliseconds: number, late: () => number): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout;
      const wait = (more: number) => {
        timer = setTimeout(() => {
          const longer = late();
          if (!this.#ended) wait(longer);
        }, more);
      };
      this.#worker.ref();
      this.#settle = (message) => {
        this.#settle = null;
        this.#worker.unref(); // an idle Python keeps no program running
        clearTimeout(timer);
        if (message instanceof PythonError) return reject(message);
        this.#size = message.size;
        resolve(message);
      };
      wait(milliseconds);
      if (this.#ended) this.#settle(this.#ended);
    });
  }

  #end(reason: string, fault: 'ended' | 'time' = 'ended'): void {
    if (this.#ended) return;
    this.#ended = new PythonError(reason, { fault });
    this.#settle?.(this.#ended);
    void this.#worker.terminate();
  }
}
