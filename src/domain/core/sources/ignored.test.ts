import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ignored } from './ignored.ts';

const cases: readonly [rules: string, path: string, ignored: boolean][] = [
  ['', 'a.yaml', false],
  ['', '.gitignore', true],
  ['', 'a/.hidden', true],
  ['*.txt', 'a/b/c.txt', true],
  ['*.txt', 'a/b/c.txt.j2', false],
  ['a/*', 'a/b/c.yaml', true],
  ['b/*', 'a/b/c.yaml', false],
  ['?.yaml', 'x/a.yaml', true],
  ['[ab].yaml', 'b.yaml', true],
  ['[!ab].yaml', 'b.yaml', false],
  ['[!ab].yaml', 'c.yaml', true],
  ['[z-a].yaml', 'b.yaml', false],
  ['[]].yaml', '].yaml', true],
  ['[a.yaml', '[a.yaml', true],
  ['[^a].yaml', '^.yaml', true],
  ['a+(b).yaml', 'a+(b).yaml', true],
  ['A.yaml', 'a.yaml', false],
  ['x\r\n*.md', 'README.md', true],
];
for (const [rules, path, expected] of cases)
  test(`${JSON.stringify(rules)} ${expected ? 'ignores' : 'keeps'} ${path}`, () =>
    assert.equal(ignored(rules)(path), expected));
