import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseChoices } from './base-choices.ts';

for (const [set, least, value, label] of [
  ['ISO_3166', 249, 'CH', 'CH (Switzerland)'],
  ['IATA', 6000, 'ZRH', 'ZRH (Zürich Airport, Zurich, Switzerland)'],
] as const)
  test(`${set} has at least ${least} choices, ${value} among them`, () => {
    const choices = baseChoices[set]!();
    assert.ok(choices.length >= least);
    assert.equal(new Map(choices).get(value), label);
  });
