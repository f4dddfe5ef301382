import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeLine } from './address-range.ts';

for (const [start, end, line] of [
  ['10.0.0.5/24', '10.0.0.20/24', '10.0.0.5-20/24'],
  ['10.0.0.5/24', '10.0.0.5/24', '10.0.0.5-10.0.0.5/24'],
  ['10.0.1.5/16', '10.1.2.5/16', '10.5.1.5-2.5/16'],
  ['192.0.2.1/8', '10.0.0.2/8', '0.0.2.1-0.0.2/8'],
  ['192.1.2.1/8', '10.0.0.2/8', '.192.1.2.1-10.0.0.2/8'],
  ['2001:db8::1/64', '2001:db8::ff/64', '2001:db8::1-ff/64'],
] as const)
  test(`${start} to ${end}`, () => assert.equal(rangeLine(start, end), line));
