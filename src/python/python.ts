import { PythonError, type PythonErrorDetails } from './python-error.ts';
import { pythonFiles } from './python-files.ts';
import { Session } from './session.ts';

export interface PythonOptions {
  /** Bytes that Python may use in all, 128 MB where nothing is said; itself it needs 32 MB. */
  readonly memory?: number;
  /** How long one call may take, where the call says nothing else. */
  readonly milliseconds?: number;
  /** After how long without a call the worker is ended; the next call starts another. Infinity: never. */
  readonly idleMilliseconds?: number;
  /** Modules of ours, by name, which stand between a text and what it is given. They may do what they want. */
  readonly trusted?: Readonly<Record<string, string>>;
  /** What texts print and log, line by line. */
  readonly log?: (line: string) => void;
}

/** A file of somebody's. */
export interface PythonText {
  /** The module's name, under which other texts import it. */
  readonly name: string;
  /** The file's name, as errors tell it. */
  readonly file: string;
  readonly text: string;
  /** What os.environ holds from now on, for all texts. */
  readonly environ?: Readonly<Record<string, string>>;
}

/** What a loaded text defines. */
export interface LoadedText {
  readonly functions: readonly { readonly name: string; readonly line: number }[];
  /** The values of its upper-case names. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Upper-case names whose value has no form in JSON, each with the reason. */
  readonly others: Readonly<Record<string, string>>;
  /** The line at which each of them is given first. */
  readonly lines: Readonly<Record<string, number>>;
}

export interface PythonCall {
  readonly module: string;
  readonly function: string;
  readonly args?: readonly unknown[];
  readonly kwargs?: Readonly<Record<string, unknown>>;
  /** `<trusted module>.<function>`: called with the function, args and kwargs in its stead. */
  readonly through?: string;
  readonly lookup?: Lookup;
  readonly milliseconds?: number;
}

export interface PythonExpression {
  /** The body of a function, as it is written into a form: `return {…}`. */
  readonly text: string;
  /** The name that errors tell; the form's, where there is no file. */
  readonly file: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `<trusted module>.<function>`: called with a function that makes the body callable, and the variables. */
  readonly through?: string;
  readonly lookup?: Lookup;
  readonly milliseconds?: number;
}

/**
 * Answers what a trusted module asks of the outside. A question ends the run, which begins anew with the answer known:
 * nothing runs while it is looked up, and nobody waits for it inside.
 */
export type Lookup = (kind: string, query: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** What Python answers: JSON, and what was printed on the way. */
export interface PythonResult {
  readonly value: unknown;
  readonly printed: string;
}

const megabyte = 2 ** 20;

/**
 * A Python (CPython as WebAssembly) for texts of other people: no files, no network, no JavaScript, little time and
 * memory. It runs in a worker of its own, which starts with the first call (or `start`) and is replaced when it ends.
 * Texts of one Python share it: people who must not see each other's values need one each.
 */
export class Python {
  readonly #options: Required<PythonOptions>;
  readonly #texts = new Map<string, PythonText>();
  #session: Promise<Session> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(options: PythonOptions = {}) {
    this.#options = {
      memory: 128 * megabyte,
      milliseconds: 3000,
      idleMilliseconds: 10 * 60_000,
      trusted: {},
      log: () => {},
      ...options,
    };
  }

  /** Starts the worker in advance. */
  async start(): Promise<void> {
    await this.#inTurn(() => this.#open());
  }

  /** Bytes that Python has taken; 0 where none runs. */
  async size(): Promise<number> {
    return this.#session ? (await this.#session).size : 0;
  }

  /**
   * Checks a text and runs it as a module; under the name of an earlier one it takes its place.
   * Throws a PythonError: `refused` for what is not supported, with every problem.
   */
  async load(text: PythonText): Promise<LoadedText> {
    const { value } = await this.#ask({ do: 'load', ...text }, text.file);
    this.#texts.set(text.name, text);
    return value as LoadedText;
  }

  /** Calls a function of a loaded text. */
  call({ milliseconds, lookup, args = [], kwargs = {}, ...call }: PythonCall): Promise<PythonResult> {
    const file = this.#texts.get(call.module)?.file ?? call.module;
    return this.#askAgain({ do: 'call', args, kwargs, file, ...call }, file, { milliseconds, lookup });
  }

  /** Runs the body of a function with variables, and answers what it returns. */
  evaluate({ milliseconds, lookup, ...expression }: PythonExpression): Promise<PythonResult> {
    return this.#askAgain({ do: 'evaluate', ...expression }, expression.file, { milliseconds, lookup });
  }

  /** Checks such a body without running it; throws what `evaluate` would of a text that is not supported. */
  async check({ lookup: _, ...expression }: PythonExpression): Promise<void> {
    await this.#ask({ do: 'check', ...expression }, expression.file);
  }

  /** Ends the worker; a later call would start another. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const session = this.#session;
    this.#session = null;
    await (await session?.catch(() => null))?.stop();
  }

  /** Asks, looks up what is wanted for an answer, and asks again. */
  async #askAgain(request: object, file: string, { milliseconds, lookup }: Ways): Promise<PythonResult> {
    const known: Record<string, unknown> = {};
    for (let round = 0; round < mostQuestions; round += 1) {
      const result = await this.#ask({ ...request, known }, file, milliseconds);
      if (!result.wanted) return result;
      for (const { key, kind, query } of result.wanted) known[key] = (await lookup?.(kind, query)) ?? null;
    }
    throw new PythonError(`asks for more than ${mostQuestions} things`, { fault: 'raised', file });
  }

  #ask(request: object, file: string, milliseconds = this.#options.milliseconds): Promise<Told> {
    return this.#inTurn(async () => {
      const session = await this.#open();
      try {
        return await this.#exchange(session, request, file, milliseconds);
      } finally {
        await this.#tidy(session);
      }
    });
  }

  async #exchange(session: Session, request: object, file: string, milliseconds: number): Promise<Told> {
    const answered = await session.ask(JSON.stringify(request), milliseconds).catch((error) => {
      throw error instanceof PythonError ? new PythonError(error.message, { ...error.details, file }) : error;
    });
    if (answered.startsWith('ended: ')) {
      await session.stop();
      throw new PythonError(`Python ended: ${answered.slice('ended: '.length)}`, { fault: 'ended', file });
    }
    const [answer, printed] = JSON.parse(answered) as [string, string];
    const result = JSON.parse(answer) as Answer;
    if ('wanted' in result) return { value: null, printed: '', wanted: result.wanted };
    for (const line of printed.split('\n')) if (line) this.#options.log(line);
    if ('value' in result) return { value: result.value, printed };
    throw failure(result, { file, printed, milliseconds, memory: this.#options.memory });
  }

  /** The memory that a call has taken doesn't come back: a worker that has grown far is replaced. */
  async #tidy(session: Session): Promise<void> {
    if (!session.over && session.size > Math.max(64 * megabyte, this.#options.memory / 2)) await session.stop();
    clearTimeout(this.#idle);
    const { idleMilliseconds } = this.#options;
    if (!Number.isFinite(idleMilliseconds)) return;
    this.#idle = setTimeout(() => void this.#inTurn(() => this.stop()), idleMilliseconds);
    this.#idle.unref();
  }

  /** The worker that runs, or a new one with all texts. */
  async #open(): Promise<Session> {
    const running = await this.#session?.catch(() => null);
    if (running && !running.over) return running;
    const { memory, trusted } = this.#options;
    this.#session = Session.start({ files: pythonFiles(), trusted, memory });
    const session = await this.#session;
    for (const text of this.#texts.values())
      await this.#exchange(session, { do: 'load', ...text }, text.file, this.#options.milliseconds);
    return session;
  }

  /** One after the other, in the order asked. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

/** How often a text may ask for something outside. */
const mostQuestions = 100;

interface Ways {
  milliseconds: number | undefined;
  lookup: Lookup | undefined;
}

interface Wanted {
  key: string;
  kind: string;
  query: Record<string, unknown>;
}

interface Told extends PythonResult {
  wanted?: Wanted[];
}

type Answer =
  | { value: unknown }
  | { wanted: Wanted[] }
  | { refused: { line: number; reason: string }[] }
  | { interrupted: true }
  | { raised: Raised };

interface Raised {
  type: string;
  bases: string[];
  message: string;
  file: string;
  line: number | null;
  memory: boolean;
  plain: boolean;
}

interface Circumstances {
  file: string;
  printed: string;
  milliseconds: number;
  memory: number;
}

function failure(
  answer: Exclude<Answer, { value: unknown } | { wanted: Wanted[] }>,
  about: Circumstances,
): PythonError {
  const { file, printed, milliseconds, memory } = about;
  if ('interrupted' in answer)
    return new PythonError(`took longer than ${milliseconds} ms`, { fault: 'time', file, printed });
  if ('refused' in answer) {
    const { line, reason } = answer.refused[0]!;
    return new PythonError(reason, { fault: 'refused', file, line, problems: answer.refused, printed });
  }
  const { raised } = answer;
  const details: PythonErrorDetails = {
    fault: raised.memory ? 'memory' : raised.plain ? 'value' : 'raised',
    file: raised.file,
    line: raised.line ?? undefined,
    type: raised.type,
    said: raised.message,
    kinds: raised.bases,
    printed,
  };
  if (raised.memory) return new PythonError(`needs more memory than ${memory / megabyte} MB`, details);
  if (raised.plain) return new PythonError(raised.message, details);
  return new PythonError(raised.message ? `${raised.type}: ${raised.message}` : raised.type, details);
}
