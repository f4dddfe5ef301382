import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseChoiceCounts } from './base-choice-counts.ts';
import { baseChoices } from './base-choices.ts';

for (const [set, value, label] of [
  ['ISO_3166', 'CH', 'CH (Switzerland)'],
  ['IATA', 'ZRH', 'ZRH (Zurich Airport, Zurich, CH)'],
  ['UN_LOCODE', 'AD-ALV', 'AD-ALV (Andorra la Vella, Andorra)'],
] as const)
  test(`${set} has as many choices as it says, ${value} among them`, () => {
    const choices = baseChoices[set]!();
    assert.equal(choices.length, baseChoiceCounts[set]);
    assert.equal(new Map(choices).get(value), label);
  });
