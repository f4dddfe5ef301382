import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** Pythons that may have the foreign clients: the one that is named, the one that .ci/run makes, the system's. */
const candidates = [process.env.CLIENTS_PYTHON, join(root, 'node_modules/.cache/clients/bin/python'), 'python3'];

/** A Python that can import all of the modules; undefined where there is none, and the test that needs it can't run. */
export async function pythonWith(...modules: readonly string[]): Promise<string | undefined> {
  for (const python of candidates) {
    if (!python) continue;
    const there = await run(python, ['-c', `import ${modules.join(', ')}`]).then(
      () => true,
      () => false,
    );
    if (there) return python;
  }
  return undefined;
}

/** Why a test is left out where `python` is undefined: for node:test's `skip`. */
export const skipWithout = (python: string | undefined, modules: string): string | false =>
  python ? false : `no Python here has ${modules}: set CLIENTS_PYTHON, or run .ci/run, which installs them`;
