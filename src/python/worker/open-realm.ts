import { randomFillSync } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { limitMemory } from './limit-memory.ts';

/** What Python is made of, as files. */
export interface RealmFiles {
  /** pyodide.asm.mjs, its WebAssembly and Python's standard library. */
  readonly glue: string;
  readonly wasm: Uint8Array;
  readonly library: Uint8Array;
  /** worker/realm.js. */
  readonly realm: string;
  /** Modules that Python itself trusts, by their paths below the library. */
  readonly modules: Readonly<Record<string, string>>;
  /** Those of them that other rooms bring. */
  readonly trusted: readonly string[];
}

/** The door to a Python: only texts go through it. */
export interface Realm {
  signal(): SharedArrayBuffer;
  size(): number;
  answer(request: string): string;
}

interface ClosedRealm extends Realm {
  room(name: string, length: number): Uint8Array;
  seed(...words: number[]): void;
  boot(createModule: unknown, modules: string): Promise<void>;
}

/**
 * Starts a Python in a context that has none of Node's names, can't make code from text, and whose memory ends at
 * `memory` bytes. pyodide's bridge between the two languages is never started.
 */
export async function openRealm(files: RealmFiles, memory: number): Promise<Realm> {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: true } });
  const realm: ClosedRealm = runInContext(files.realm, context, { filename: 'realm.js' });
  realm.seed(...randomFillSync(new Uint32Array(11)));
  const place = (name: string, bytes: Uint8Array) => realm.room(name, bytes.length).set(bytes);
  place('wasm', limitMemory(files.wasm, memory));
  place('/lib/python314.zip', files.library);
  for (const [name, text] of Object.entries(files.modules)) place(`/lib/ours/${name}`, Buffer.from(text));
  const createModule = runInContext(asScript(files.glue), context, { filename: 'pyodide.asm.mjs' });
  await realm.boot(createModule, ['patchbay.door', ...files.trusted].join(', '));
  return realm;
}

/** pyodide's module as a script whose value is its one export. */
function asScript(glue: string): string {
  const named = /export default (\w+);\s*$/;
  const random = /var initRandomFill=\(\)=>\{.*?\};var randomFill=/s;
  if (!named.test(glue) || !random.test(glue)) throw new Error('pyodide.asm.mjs is not of the version that is known.');
  return glue
    .replace(named, '$1;')
    .replace(random, 'var initRandomFill=()=>(view)=>crypto.getRandomValues(view);var randomFill=')
    .replaceAll('import.meta.url', '"/"');
}
