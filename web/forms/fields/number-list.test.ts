import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRanges, numbersIn, parseRanges, rangesOf } from './number-list.ts';

const cases: readonly [written: string, ranges: [number, number][] | undefined, numbers?: number[]][] = [
  [
    '1-3, 7',
    [
      [1, 3],
      [7, 7],
    ],
    [1, 2, 3, 7],
  ],
  [
    '7 1–2',
    [
      [7, 7],
      [1, 2],
    ],
    [1, 2, 7],
  ],
  [
    '1-3,2-4',
    [
      [1, 3],
      [2, 4],
    ],
    [1, 2, 3, 4],
  ],
  ['', [], []],
  ['3-1', undefined],
  ['one', undefined],
  ['-1', undefined],
];

for (const [written, ranges, numbers] of cases)
  test(`“${written}”`, () => {
    assert.deepEqual(parseRanges(written), ranges);
    if (ranges) assert.deepEqual(numbersIn(ranges), numbers);
  });

test('neighbours become ranges, and are written as such', () => {
  assert.equal(formatRanges(rangesOf([3, 1, 2, 7])), '1-3, 7');
});
