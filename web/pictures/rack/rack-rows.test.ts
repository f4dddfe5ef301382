import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, rowOf, unitsOf } from './rack-rows.ts';

const rack = { u_height: 4, starting_unit: 1, desc_units: false };

test('units stand from the top: the highest first, or the lowest where they are counted downwards', () => {
  assert.deepEqual(unitsOf(rack), [4, 3, 2, 1]);
  assert.deepEqual(unitsOf({ ...rack, desc_units: true }), [1, 2, 3, 4]);
  assert.deepEqual(unitsOf({ ...rack, starting_unit: 11 }), [14, 13, 12, 11]);
});

const cases: [string, Partial<typeof rack>, unit: number, height: number, row: number][] = [
  ['the lowest unit', {}, 1, 1, 7],
  ['the highest unit', {}, 4, 1, 1],
  ['two units from the lowest', {}, 1, 2, 5],
  ['half a unit above another', {}, 1.5, 0.5, 7],
  ['counted downwards', { desc_units: true }, 1, 1, 1],
  ['counted downwards, two units', { desc_units: true }, 3, 2, 5],
  ['another first unit', { starting_unit: 11 }, 14, 1, 1],
];
for (const [name, frame, unit, height, row] of cases)
  test(`a device begins in its row: ${name}`, () => assert.equal(rowOf({ ...rack, ...frame }, unit, height), row));

test('units of the same reservation are one block as long as they follow one another', () => {
  const by = new Map([
    [1, 'a'],
    [2, 'a'],
    [4, 'a'],
    [5, 'b'],
  ]);
  assert.deepEqual(
    blocksOf([5, 4, 3, 2, 1], (unit) => by.get(unit)),
    [
      [1, 2, 'a'],
      [4, 1, 'a'],
      [5, 1, 'b'],
    ],
  );
});
