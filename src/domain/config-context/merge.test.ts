import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from './merge.ts';

/** earlier, later, merged: as JSON texts. */
const cases: [string, string, string][] = [
  ['{}', '{"a":1}', '{"a":1}'],
  ['{"a":1,"b":2}', '{"b":3}', '{"a":1,"b":3}'],
  ['{"a":{"x":1,"y":2}}', '{"a":{"y":3,"z":4}}', '{"a":{"x":1,"y":3,"z":4}}'],
  ['{"a":{"x":1}}', '{"a":{}}', '{"a":{}}'],
  ['{"a":[1,2]}', '{"a":[3]}', '{"a":[3]}'],
  ['{"a":{"x":1}}', '{"a":null}', '{"a":null}'],
  ['{"a":1}', '{"__proto__":{"b":2},"constructor":3}', '{"a":1,"__proto__":{"b":2},"constructor":3}'],
];

for (const [earlier, later, merged] of cases)
  test(`${later} over ${earlier}`, () => {
    assert.equal(JSON.stringify(merge(JSON.parse(earlier), JSON.parse(later))), merged);
  });
