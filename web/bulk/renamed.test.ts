import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamed } from './renamed.ts';

const rows: [name: string, find: string, replace: string, pattern: boolean, after: string][] = [
  ['eth0', '', 'x', false, 'eth0'],
  ['eth0', 'eth', 'ge-', false, 'ge-0'],
  ['a.b.c', '.', '$&', false, 'a$&b$&c'],
  ['eth0/1', String.raw`eth(\d+)/(\d+)`, String.raw`xe-\1/0/\2`, true, 'xe-0/0/1'],
  ['eth0', '^(e)', '$1$1', true, 'eeth0'],
  ['eth0', 'h', '$', true, 'et$0'],
];
for (const [name, find, replace, pattern, after] of rows)
  test(`${name}: ${find} → ${replace}`, () =>
    assert.deepEqual(renamed([name], { find, replace, pattern }), { names: [after] }));

test('a pattern that is none says so and changes nothing', () => {
  const { names, problem } = renamed(['eth0'], { find: '(', replace: '', pattern: true });
  assert.deepEqual(names, ['eth0']);
  assert.match(problem ?? '', /regular expression/i);
});
