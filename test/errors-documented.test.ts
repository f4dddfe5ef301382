import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const document = readFileSync(join(root, 'docs/errors.md'), 'utf8');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'));

/** A message with whatever is filled in left out. */
const shape = (text: string): string =>
  text
    .replace(/\$\{[^{}]*\}/g, '{}')
    .replace(/\{\w*\}/g, '{}')
    .replace(/\\(['"`])/g, '$1');

/** Messages that the source answers with, at the places where answers are made. */
function* answered(text: string): Generator<string> {
  const made = [
    /\bHttpError\(\s*\d+,\s*\[?(['"`])((?:\\.|(?!\1).)+)\1/g,
    /^\s+\w+: \[\s*4\d\d,\s*(['"`])((?:\\.|(?!\1).)+)\1/gm,
    /\b(?:invalid|mistake)\(\s*(['"`])((?:\\.|(?!\1).)+)\1\s*\)/g,
  ];
  for (const pattern of made) for (const [, , message] of text.matchAll(pattern)) yield shape(message!);
}

/** Rows of the document's tables: `| 403 | text | when |`. */
const documented = [...document.matchAll(/^\| (\d{3}) \| `(.+?)` \|/gm)].map(([, , text]) => shape(text!));
const given = new Set(sources.flatMap((text) => [...answered(text)]));

test('every answer that is an error is in docs/errors.md', () => {
  assert.deepEqual(
    [...given].filter((text) => !documented.includes(text)),
    [],
    'add a row',
  );
});

test('every error in docs/errors.md is answered somewhere', () => {
  const whole = sources.map(shape).join('\n');
  assert.deepEqual(
    documented.filter((text) => !given.has(text) && !whole.includes(text)),
    [],
    'take the row away',
  );
});
