import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactJson } from './exact-json.ts';

for (const [value, json] of [
  [
    { maximum: 2n ** 63n - 1n, minimum: -(2n ** 63n) },
    '{"maximum":9223372036854775807,"minimum":-9223372036854775808}',
  ],
  [[1n, 2, 2.5, '3', null, true], '[1,2,2.5,"3",null,true]'],
  [{ left: undefined, text: 'whole number 12' }, '{"text":"whole number 12"}'],
  [5n, '5'],
] as const)
  test(`exactJson writes ${json}`, () => assert.equal(exactJson(value), json));
