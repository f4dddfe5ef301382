import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worthPreparing } from './worth-preparing.ts';

test('worth preparing: what comes again, unless so much came between that it is forgotten', () => {
  assert.equal(worthPreparing('select 1'), false);
  assert.equal(worthPreparing('select 1'), true);
  for (let i = 0; i < 1000; i++) assert.equal(worthPreparing(`other ${i}`), false);
  assert.equal(worthPreparing('select 1'), true);
  for (let i = 1000; i < 4000; i++) worthPreparing(`other ${i}`);
  assert.equal(worthPreparing('select 1'), false);
});
