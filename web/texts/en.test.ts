import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const files = ['en.ts', ...readdirSync(`${root}en`).map((name) => `en/${name}`)];

test('no text stands under a name that another file has, too', () => {
  const homes = new Map<string, string[]>();
  for (const file of files)
    for (const [, key] of readFileSync(`${root}${file}`, 'utf8').matchAll(/^ {2}'([\w.]+)':/gm))
      homes.set(key!, [...(homes.get(key!) ?? []), file]);
  assert.ok(homes.size > 500);
  assert.deepEqual(
    [...homes].filter(([, where]) => where.length > 1),
    [],
  );
});
