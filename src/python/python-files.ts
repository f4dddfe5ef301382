import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where what Python is made of lies; the worker reads it. */
export interface PythonFiles {
  /** pyodide.asm.mjs, its WebAssembly and Python's standard library. */
  readonly glue: string;
  readonly wasm: string;
  readonly library: string;
  /** worker/realm.js. */
  readonly realm: string;
  /** The folder of runtime/patchbay/. */
  readonly runtime: string;
}

/** The built program has everything in dist/python/; the sources have it here and in the package pyodide. */
const built = new URL('./python/', import.meta.url);
const isBuilt = existsSync(new URL('worker.js', built));
const place = (inBuilt: string, inSources: string) =>
  fileURLToPath(isBuilt ? new URL(inBuilt, built) : new URL(inSources, import.meta.url));
const packaged = (name: string) =>
  fileURLToPath(isBuilt ? new URL(name, built) : import.meta.resolve(`pyodide/${name}`));

/** The program of the worker. */
export const workerFile = place('worker.js', './worker/from-source.js');

/** Where everything is. */
export const pythonFiles = (): PythonFiles => ({
  glue: packaged('pyodide.asm.mjs'),
  wasm: packaged('pyodide.asm.wasm'),
  library: packaged('python_stdlib.zip'),
  realm: place('realm.js', './worker/realm.js'),
  runtime: place('patchbay/', './runtime/patchbay/'),
});

/** The text of a trusted module, which lies at `source`; the built program has them all in one folder. */
export function trustedText(source: URL): string {
  const name = source.pathname.slice(source.pathname.lastIndexOf('/') + 1);
  return readFileSync(isBuilt ? new URL(`trusted/${name}`, built) : source, 'utf8');
}
