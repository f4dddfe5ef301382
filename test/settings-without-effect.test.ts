import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { settingNames } from '#base/settings.ts';

const root = join(import.meta.dirname, '..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'base/settings.ts')
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n');
const document = readFileSync(join(root, 'docs/compatibility.md'), 'utf8');
const listed = document.split('## Settings without effect')[1]!.split('\n## ')[0]!;

test('the settings that nothing asks for are those that docs/compatibility.md lists', () => {
  const unasked = settingNames.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
  assert.deepEqual([...listed.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name).sort(), [...unasked].sort());
});
