import { randomFillSync } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { PythonFiles } from '../python-files.ts';
import { limitMemory } from './limit-memory.ts';

export interface RealmOptions {
  readonly files: PythonFiles;
  /** Modules of other rooms that Python trusts: their texts by name. */
  readonly trusted: Readonly<Record<string, string>>;
  /** Bytes at which Python's memory ends. */
  readonly memory: number;
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
 * Starts a Python in a context that has none of Node's names, can't make code from text, and whose memory is limited.
 * pyodide's bridge between the two languages is never started.
 */
export async function openRealm({ files, trusted, memory }: RealmOptions): Promise<Realm> {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: true } });
  const realm: ClosedRealm = runInContext(readFileSync(files.realm, 'utf8'), context, { filename: 'realm.js' });
  realm.seed(...randomFillSync(new Uint32Array(11)));
  limitMemory(copyInto(realm, 'wasm', files.wasm), memory);
  copyInto(realm, '/lib/python314.zip', files.library);
  const own = readdirSync(files.runtime).filter((name) => name.endsWith('.py'));
  for (const name of own) copyInto(realm, `${library}/${name}`, join(files.runtime, name));
  for (const [name, text] of Object.entries(trusted)) {
    const bytes = Buffer.from(text);
    realm.room(`${library}/${name}.py`, bytes.length).set(bytes);
  }
  const glue = asScript(readFileSync(files.glue, 'utf8'));
  const modules = ['door', ...Object.keys(trusted)].map((name) => `patchbay.${name}`);
  await realm.boot(runInContext(glue, context, { filename: 'pyodide.asm.mjs' }), modules.join(', '));
  return realm;
}

const library = '/lib/ours/patchbay';

/** Reads a file straight into the realm: the largest has 10 MB, and a copy would stay until the next collection. */
function copyInto(realm: ClosedRealm, name: string, path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = realm.room(name, size);
    for (let at = 0; at < size; ) at += readSync(file, bytes, at, size - at, at);
    return bytes;
  } finally {
    closeSync(file);
  }
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
