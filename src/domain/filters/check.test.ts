import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { checkBehaviours } from '#query/filters/behaviour.ts';
import { filtersOf } from '#query/filters/filters-of.ts';
import { filterBehaviours } from './index.ts';

const all = registry.models.flatMap((model) =>
  [...filtersOf(registry, model).values()].map((filter) => [model, filter] as const),
);

test('every declared filter behaviour exists', () => {
  checkBehaviours(all, filterBehaviours);
});

test('every filter behaviour is declared by a model', () => {
  const declared = new Set(all.map(([, { behaviour }]) => behaviour));
  assert.deepEqual(
    Object.keys(filterBehaviours).filter((name) => !declared.has(name)),
    [],
  );
});
