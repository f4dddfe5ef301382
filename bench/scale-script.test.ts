import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementsOf } from './scale-script.ts';

const script = String.raw`\set ON_ERROR_STOP on
\if :{?devices}
\else
  \set devices 20000
\endif
select :devices::int, (:devices / 200)::text, a[1 + i] from p;`;

for (const [given, expected] of [
  [{ devices: '100' }, 'select 100::int, (100 / 200)::text, a[1 + i] from p;'],
  [{}, 'select 20000::int, (20000 / 200)::text, a[1 + i] from p;'],
] as const)
  test(`variables of a psql script: ${JSON.stringify(given)}`, () => {
    assert.equal(statementsOf(script, given), expected);
  });

test('a command of psql that is not understood is refused', () => {
  assert.throws(() => statementsOf('\\copy a from b', {}), /\\copy is not understood/);
});
