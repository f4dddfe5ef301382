import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandPattern, hasPattern } from './patterns.ts';

const cases: readonly [written: string, names: readonly string[] | undefined][] = [
  ['eth0', ['eth0']],
  ['eth[0-3]', ['eth0', 'eth1', 'eth2', 'eth3']],
  ['xe-[0,1]/[8-9]', ['xe-0/8', 'xe-0/9', 'xe-1/8', 'xe-1/9']],
  ['[a-c]1', ['a1', 'b1', 'c1']],
  ['[A-B][x,y]', ['Ax', 'Ay', 'Bx', 'By']],
  ['[xe,ge]-0/0/[0-1]', ['xe-0/0/0', 'xe-0/0/1', 'ge-0/0/0', 'ge-0/0/1']],
  ['p[1,3-5]', ['p1', 'p3', 'p4', 'p5']],
  ['[08-11]', ['08', '09', '10', '11']],
  ['10.0.[1,2].[1-2]/24', ['10.0.1.1/24', '10.0.1.2/24', '10.0.2.1/24', '10.0.2.2/24']],
  ['eth[3-0]', undefined],
  ['eth[]', undefined],
  ['eth[a-9]', undefined],
  ['eth[c-A]', undefined],
  ['[0-99][0-99]', undefined],
];

for (const [written, names] of cases) test(written, () => assert.deepEqual(expandPattern(written), names));

test('hexadecimal ranges count on from the digits', () => {
  assert.deepEqual(expandPattern('2001:db8::[9-c]/64', { hex: true }), [
    '2001:db8::9/64',
    '2001:db8::a/64',
    '2001:db8::b/64',
    '2001:db8::c/64',
  ]);
});

test('brackets that hold no list are part of a name', () => {
  assert.equal(hasPattern('eth[0-1]'), true);
  assert.equal(hasPattern('eth0'), false);
  assert.equal(hasPattern('odd[]'), false);
});
