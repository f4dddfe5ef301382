import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
// @ts-expect-error: the scripts that run before anything is installed are plain JavaScript
import { buildWhatIsStale } from '../scripts/build.mjs';

/**
 * node --import tsx bench/python.ts: how long the shut-in Python takes to start, how many expressions it runs a second,
 * and what memory it needs idle and busy; measured on the built worker, in a process of its own.
 */
const root = join(import.meta.dirname, '..');
const program = join(root, 'dist/.bench-python.js');

await buildWhatIsStale();
await build({
  entryPoints: [join(root, 'bench/python-program.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', program], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
rmSync(program);
if (status !== 0) process.exit(status ?? 1);
const figures = JSON.parse(stdout.toString()) as Record<string, string>;
const table = [
  '| what | measured |',
  '|---|---|',
  ...Object.entries(figures).map(([what, value]) => `| ${what} | ${value} |`),
];
console.log(table.join('\n'));
writeFileSync(join(root, 'bench/results/python.md'), `# Python\n${table.join('\n')}\n`);
