import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toGrams, toLitresPerMinute, toMillimetres } from './units.ts';

const conversions = [
  [toGrams, '8.29', 'kg', '8290'],
  [toGrams, '0.00', 'kg', '0'],
  [toGrams, '1.99', 'g', '1'],
  [toGrams, '2.5', 'lb', '1133'],
  // The nearest floating point number to 453.592 is a little below it.
  [toGrams, '1000', 'lb', '453591'],
  [toGrams, '10', 'oz', '283'],
  [toMillimetres, '12.70', 'mm', '12.7000'],
  [toMillimetres, '0.25', 'cm', '2.5000'],
  [toMillimetres, '0.75', 'in', '19.0500'],
  [toLitresPerMinute, '0.50', 'lpm', '0.5000'],
  [toLitresPerMinute, '1', 'm3ph', '16.6667'],
  [toLitresPerMinute, '10.00', 'gpm', '37.8541'],
] as const;

test('measures in the units they are compared in', () => {
  for (const [convert, value, unit, expected] of conversions) assert.equal(convert(value, unit), expected);
  assert.throws(() => toGrams('1', 'stone'));
});
