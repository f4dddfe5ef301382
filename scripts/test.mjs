// npm test [-- FILE…]: every test that needs nothing but this repository.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatIsStale } from './build.mjs';
import { checkNode, ensureInstalled, root } from './install.mjs';

checkNode();
ensureInstalled();
// Once, before any test: the browser's tests open what is built.
await buildWhatIsStale();

/** test/shared/ and *.conformance.ts need the reference data beside the repository: .ci/run runs them. */
const files = process.argv.slice(2).length
  ? process.argv.slice(2)
  : ['src', 'test', 'bench', 'web']
      .flatMap((directory) => tests(directory))
      .filter((file) => !file.startsWith('test/shared/'));

const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'test/run.ts', ...files], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

function tests(directory) {
  const full = join(root, directory);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${directory}/${file}`)
    .sort();
}
