import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameAddress } from './same-address.ts';

const cases: readonly [string, string, boolean][] = [
  ['mike@example.org', 'Mike@Example.ORG', true],
  ['mike@example.org', 'mi\u212ae@example.org', false],
  ['straße@example.org', 'STRASSE@example.org', false],
  ['i@example.org', '\u0130@example.org', false],
  ['é@example.org', 'é@example.org', true],
];
for (const [one, other, same] of cases)
  test(`${one} and ${other} are ${same ? 'one' : 'two'}`, () => assert.equal(isSameAddress(one, other), same));
