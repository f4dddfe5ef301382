import assert from 'node:assert/strict';
import { test } from 'node:test';
import { narrowest, widest, widthsIn } from './kept-widths.ts';

const cases: [string, unknown, object][] = [
  ['nothing', undefined, {}],
  ['what was reset', { name: null, status: 90 }, { status: 90 }],
  ['what is no width', { name: 'wide', status: [], id: Number.NaN }, {}],
  ['what is too narrow or too wide', { name: 1, status: 1e6 }, { name: narrowest, status: widest }],
  ['parts of pixels', { name: 99.6 }, { name: 100 }],
  ['no object', 'x', {}],
];
for (const [name, kept, widths] of cases) test(`widths: ${name}`, () => assert.deepEqual(widthsIn(kept), widths));
