import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pythonText } from './python-text.ts';

const table: readonly (readonly [value: unknown, text: string])[] = [
  ['x', 'x'],
  [5, '5'],
  [1.5, '1.5'],
  [null, 'None'],
  [true, 'True'],
  [['x', null, false], "['x', None, False]"],
  [[{}], '[{}]'],
  [{ id: 'x', of: [1] }, "{'id': 'x', 'of': [1]}"],
];

for (const [value, text] of table)
  test(`${JSON.stringify(value)} is shown as ${text}`, () => {
    assert.equal(pythonText(value), text);
  });
