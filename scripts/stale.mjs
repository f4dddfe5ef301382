import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** Whether `product` is missing or older than any of its sources (files, or folders with all that is in them). */
export function isStale(product, sources) {
  const path = join(root, product);
  if (!existsSync(path)) return true;
  const built = statSync(path).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > built);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  let latest = mtimeMs; // a folder's own time tells of a file removed
  for (const entry of readdirSync(path, { withFileTypes: true }))
    latest = Math.max(latest, entry.isDirectory() || entry.isFile() ? newest(join(path, entry.name)) : 0);
  return latest;
}
