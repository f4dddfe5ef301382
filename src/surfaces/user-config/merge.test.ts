import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from './merge.ts';

const rows: [below: object, above: object, merged: object][] = [
  [{}, { a: 1 }, { a: 1 }],
  [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
  [{ a: { b: 1 } }, { a: [1] }, { a: [1] }],
  [{ a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
  [{ a: 1, b: 2 }, { a: null }, { a: null, b: 2 }],
];
for (const [below, above, merged] of rows)
  test(`${JSON.stringify(below)} with ${JSON.stringify(above)}`, () =>
    assert.deepEqual(merge(below as Record<string, unknown>, above as Record<string, unknown>), merged));
