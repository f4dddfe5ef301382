import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ConfigurationFolderError } from '../configuration-folder-error.ts';
import type { FolderFile } from '../folder-loader.ts';
import type { AccountCall, FromWorker, LoadedScript, ScriptStart, StepFacts, ToWorker } from './messages.ts';

const built = new URL('./script-worker.js', import.meta.url);
const workerUrl = existsSync(built) ? built : new URL('./from-source.js', import.meta.url);

/** Importing what files import takes its time; a loop that never ends is told from it by then. */
const startMilliseconds = 30_000;

export interface ScriptRun {
  readonly stem: string;
  readonly name: string;
  readonly facts: StepFacts;
  readonly milliseconds: number;
  answer(call: AccountCall): Promise<unknown>;
}

/** What a step of a script came to. */
export type ScriptOutcome =
  | { readonly result: Readonly<Record<string, unknown>> | null }
  | { readonly refused: boolean; readonly message: string };

interface Running {
  readonly worker: Worker;
  settle(outcome: ScriptOutcome): void;
  answer(call: AccountCall): Promise<unknown>;
}

/**
 * A worker with the administrator's scripts in it. A step that takes longer than it may is ended with its worker, for
 * nothing else ends a loop; the next login starts another one.
 */
export class ScriptProcess {
  readonly #files: readonly FolderFile[];
  readonly #environment: Readonly<Record<string, string>>;
  readonly #running = new Map<number, Running>();
  #worker: Promise<{ worker: Worker; files: readonly LoadedScript[] }> | null = null;
  /** The worker of that promise: one that ends after another took its place takes nothing along. */
  #current: Worker | null = null;
  #runs = 0;

  constructor(files: readonly FolderFile[], environment: Readonly<Record<string, string>>) {
    this.#files = files;
    this.#environment = environment;
  }

  /** What the files give. Throws a ConfigurationFolderError. */
  async load(): Promise<readonly LoadedScript[]> {
    return (await this.#started()).files;
  }

  /** Runs a step; what it takes too long for, or breaks at, is an outcome, too. */
  async run({ stem, name, facts, milliseconds, answer }: ScriptRun): Promise<ScriptOutcome> {
    const { worker } = await this.#started();
    const run = ++this.#runs;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end(worker, `took longer than ${milliseconds / 1000} s`), milliseconds);
      this.#running.set(run, {
        worker,
        answer,
        settle: (outcome) => {
          clearTimeout(timer);
          this.#running.delete(run);
          resolve(outcome);
        },
      });
      this.#post(worker, { type: 'run', run, stem, name, facts });
    });
  }

  async close(): Promise<void> {
    const started = await this.#worker?.catch(() => null);
    this.#worker = null;
    await started?.worker.terminate();
  }

  #started(): Promise<{ worker: Worker; files: readonly LoadedScript[] }> {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Promise<{ worker: Worker; files: readonly LoadedScript[] }> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl, {
        workerData: { files: this.#files } satisfies ScriptStart,
        env: { ...this.#environment },
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      });
      this.#current = worker;
      const folder = this.#files[0]!.path;
      const fail = (reason: string, file = folder, line: number | null = null) => {
        clearTimeout(timer);
        this.#end(worker, reason);
        reject(new ConfigurationFolderError(file, line, reason));
      };
      const timer = setTimeout(
        () => fail(`it takes longer than ${startMilliseconds / 1000} s to load.`),
        startMilliseconds,
      );
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'loaded') {
          clearTimeout(timer);
          resolve({ worker, files: message.files });
        } else if (message.type === 'failed') fail(message.reason, message.file, message.line);
        else this.#take(worker, message);
      });
      worker.on('error', (error: Error) => {
        this.#end(worker, `ended: ${error.message}`);
        fail(error.message);
      });
      worker.on('exit', () => {
        this.#end(worker, 'ended');
        fail('it ends the process.');
      });
      // Behind the listeners, which hold the program anew.
      worker.unref();
    });
  }

  #take(worker: Worker, message: Exclude<FromWorker, { type: 'loaded' | 'failed' }>): void {
    const running = this.#running.get(message.run);
    if (message.type === 'done') running?.settle({ result: message.result });
    else if (message.type === 'threw') running?.settle({ refused: message.refused, message: message.message });
    else
      running?.answer(message.ask).then(
        (value) => this.#post(worker, { type: 'answer', call: message.call, value }),
        (error: Error) => this.#post(worker, { type: 'answer', call: message.call, error: error.message }),
      );
  }

  #post(worker: Worker, message: ToWorker): void {
    try {
      worker.postMessage(message);
    } catch (error) {
      this.#end(worker, `can't be told: ${(error as Error).message}`);
    }
  }

  /** Ends a worker with all that runs in it. */
  #end(worker: Worker, message: string): void {
    void worker.terminate();
    if (this.#current === worker) {
      this.#worker = null;
      this.#current = null;
    }
    for (const one of [...this.#running.values()]) if (one.worker === worker) one.settle({ refused: false, message });
  }
}
