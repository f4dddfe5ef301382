import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mappedPosition } from './mapped-position.ts';

/** profile, end, connector and position there, connector and position at the other end. */
const cases: [string, string, [number, number], [number, number] | undefined][] = [
  ['single-1c4p', 'A', [1, 3], [1, 3]],
  ['trunk-4c2p', 'B', [4, 2], [4, 2]],
  ['breakout-1c4p-4c1p', 'A', [1, 3], [3, 1]],
  ['breakout-1c4p-4c1p', 'B', [3, 1], [1, 3]],
  ['breakout-1c4p-4c1p', 'B', [3, 2], undefined],
  ['trunk-2c4p-shuffle', 'A', [1, 2], [1, 2]],
  ['trunk-2c4p-shuffle', 'A', [1, 3], [2, 1]],
  ['trunk-2c4p-shuffle', 'B', [2, 2], [1, 4]],
  ['trunk-2c4p-shuffle', 'B', [2, 3], [2, 3]],
  ['trunk-4c4p-shuffle', 'A', [2, 4], [4, 2]],
  ['breakout-2c4p-8c1p-shuffle', 'A', [1, 2], [2, 1]],
  ['breakout-2c4p-8c1p-shuffle', 'A', [1, 3], [5, 1]],
  ['breakout-2c4p-8c1p-shuffle', 'A', [2, 1], [3, 1]],
  ['breakout-2c4p-8c1p-shuffle', 'A', [2, 4], [8, 1]],
  ['breakout-2c4p-8c1p-shuffle', 'B', [4, 1], [2, 2]],
  ['breakout-2c4p-8c1p-shuffle', 'B', [6, 1], [1, 4]],
];

for (const [profile, end, [connector, position], expected] of cases)
  test(`${profile} leads ${end} ${connector}/${position} to ${expected?.join('/') ?? 'nowhere'}`, () => {
    const place = mappedPosition(profile, end, { connector, position });
    assert.deepEqual(place && [place.connector, place.position], expected);
  });
