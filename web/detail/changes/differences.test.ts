import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './differences.ts';

const cases: [string, before: unknown, after: unknown, Record<string, [unknown, unknown]>][] = [
  ['nothing changed', { a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, {}],
  ['a value', { a: 1 }, { a: 2 }, { a: [1, 2] }],
  ['created', null, { a: 1, b: null }, { a: [undefined, 1], b: [undefined, null] }],
  ['deleted', { a: 1 }, null, { a: [1, undefined] }],
  ['inside an object', { c: { x: 1, y: 2 } }, { c: { y: 3, x: 1 } }, { 'c.y': [2, 3] }],
  [
    'an order',
    { tags: ['a', 'b'] },
    { tags: ['b', 'a'] },
    {
      tags: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    },
  ],
  ['an object that becomes null', { c: { x: 1 } }, { c: null }, { c: [{ x: 1 }, null] }],
];
for (const [name, before, after, expected] of cases)
  test(`differences: ${name}`, () => {
    const found = differences(before, after).map(({ name: field, before: was, after: is }) => [field, [was, is]]);
    assert.deepEqual(Object.fromEntries(found), expected);
  });
