import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process with a message, without a stack: for what the user has to mend. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Says so when this Node.js is too old to run the program. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Patchbay needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

/** Installs the packages of package-lock.json where they are missing or older than it. */
export function ensureInstalled() {
  const [lock, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((path) => join(root, path));
  if (!existsSync(lock)) return; // a packed program without its sources
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
  });
  if (error) fail(`npm could not be started: ${error.message}`);
  if (status !== 0) fail('npm could not install the packages; what it said stands above.');
}
