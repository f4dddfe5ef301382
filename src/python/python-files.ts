import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RealmFiles } from './worker/open-realm.ts';

/** The built program has everything in dist/python/; the sources have it here and in the package pyodide. */
const built = new URL('./python/', import.meta.url);
const isBuilt = existsSync(new URL('worker.js', built));

/** The program of the worker. */
export const workerUrl = isBuilt ? new URL('worker.js', built) : new URL('./worker/from-source.js', import.meta.url);

/** Reads what Python is made of, with the `trusted` modules of other rooms beside ours. */
export function pythonFiles(trusted: Readonly<Record<string, string>>): RealmFiles {
  const read = (name: string) => readFileSync(isBuilt ? new URL(name, built) : packaged(name));
  const modules = ownModules(isBuilt ? new URL('patchbay/', built) : new URL('./runtime/patchbay/', import.meta.url));
  for (const [name, text] of Object.entries(trusted)) modules[`patchbay/${name}.py`] = text;
  return {
    glue: read('pyodide.asm.mjs').toString(),
    wasm: new Uint8Array(read('pyodide.asm.wasm')),
    library: new Uint8Array(read('python_stdlib.zip')),
    realm: readFileSync(isBuilt ? new URL('realm.js', built) : new URL('./worker/realm.js', import.meta.url), 'utf8'),
    modules,
    trusted: Object.keys(trusted).map((name) => `patchbay.${name}`),
  };
}

/** The text of a trusted module, which lies at `source`; the built program has them all in one folder. */
export function trustedText(source: URL): string {
  const name = source.pathname.slice(source.pathname.lastIndexOf('/') + 1);
  return readFileSync(isBuilt ? new URL(`trusted/${name}`, built) : source, 'utf8');
}

function packaged(name: string): string {
  return fileURLToPath(import.meta.resolve(`pyodide/${name}`));
}

function ownModules(folder: URL): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.map((name) => [`patchbay/${name}`, readFileSync(new URL(name, folder), 'utf8')]));
}
