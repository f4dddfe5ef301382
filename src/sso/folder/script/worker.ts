import { parse } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { importScript } from './import-script.ts';
import type { AccountCall, FromWorker, LoadedScript, ScriptStart, StepFacts, ToWorker } from './messages.ts';
import { readExports, type ScriptStep } from './read-exports.ts';

/** Whoever logs in is turned away by a step. */
class Refused extends Error {}

const port = parentPort!;
const send = (message: FromWorker) => port.postMessage(message);
const steps = new Map<string, ReadonlyMap<string, ScriptStep>>();
const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
let calls = 0;

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') void run(message);
  else {
    const caller = waiting.get(message.call);
    waiting.delete(message.call);
    if (message.error === undefined) caller?.resolve(message.value);
    else caller?.reject(new Error(message.error));
  }
});
await load((workerData as ScriptStart).files);

async function load(files: ScriptStart['files']): Promise<void> {
  const loaded: LoadedScript[] = [];
  for (const file of files) {
    try {
      const stem = parse(file.name).name;
      const { functions, ...found } = readExports(stem, await importScript(file.path));
      steps.set(stem, functions);
      loaded.push({ name: file.name, stem, ...found });
    } catch (error) {
      return send({ type: 'failed', file: file.name, ...placeOf(error as Error, file.name) });
    }
  }
  send({ type: 'loaded', files: loaded });
}

async function run({ run: id, stem, name, facts }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  try {
    const result = await steps.get(stem)!.get(name)!(inputOf(id, facts));
    send({ type: 'done', run: id, result: typeof result === 'object' && result !== null ? { ...result } : null });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'threw', run: id, refused: error instanceof Refused, message });
  }
}

/** What custom-step.ts promises. */
function inputOf(run: number, { user, backend, settings, ...facts }: StepFacts): unknown {
  const ask = (call: AccountCall) =>
    new Promise((resolve, reject) => {
      waiting.set(++calls, { resolve, reject });
      send({ type: 'call', run, call: calls, ask: call });
    });
  const account = user && {
    ...user,
    async save(changes: Readonly<Record<string, unknown>>) {
      Object.assign(account!, await ask({ name: 'user.save', changes }));
    },
    groups: {
      names: () => ask({ name: 'user.groups.names' }),
      add: (...groups: string[]) => ask({ name: 'user.groups.add', groups }),
      remove: (...groups: string[]) => ask({ name: 'user.groups.remove', groups }),
      clear: () => ask({ name: 'user.groups.clear' }),
    },
  };
  return {
    ...facts,
    user: account,
    backend: { ...backend, setting: (name: string, otherwise?: unknown) => settings[name] ?? otherwise },
    groups: {
      names: () => ask({ name: 'groups.names' }),
      create: (group: string) => ask({ name: 'groups.create', group }),
    },
    refuse(message: string) {
      throw new Refused(message);
    },
  };
}

/** Where a file is wrong: as the builder says it, or as the stack does. */
function placeOf(error: Error & { errors?: unknown }, name: string): { line: number | null; reason: string } {
  const [first] = (Array.isArray(error.errors) ? error.errors : []) as {
    text?: string;
    location?: { line?: number };
  }[];
  if (first?.text) return { line: first.location?.line ?? null, reason: first.text };
  const [, line] = new RegExp(`${name.replace(/[.*+?^$(){}|[\\]\\\\]/g, '\\$&')}:(\\d+)`).exec(error.stack ?? '') ?? [];
  return { line: line ? Number(line) : null, reason: error.message };
}
