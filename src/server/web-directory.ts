import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built interface, dist/web: beside the built server, or as the sources see it. */
export function webDirectory(): string {
  const beside = fileURLToPath(new URL('./web/', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../dist/web/', import.meta.url));
}
