import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, validate } from 'graphql';
import { registry } from '#models/registry.ts';
import { buildGraphqlSchema } from '#surfaces/graphql/schema.ts';
import { Random } from './random.ts';
import { RandomQueries } from './random-queries.ts';

const schema = buildGraphqlSchema(registry);
const made = (seed: number, count: number): string[] => {
  const queries = new RandomQueries({ schema, samples: new Map(), random: new Random(seed), without: new Set() });
  return Array.from({ length: count }, () => queries.next());
};

test('random queries are queries of the schema', () => {
  for (const query of made(1, 200)) assert.deepEqual(validate(schema, parse(query)), [], query);
});

test('the same seed makes the same queries, another makes others', () => {
  assert.deepEqual(made(7, 20), made(7, 20));
  assert.notDeepEqual(made(7, 20), made(8, 20));
});
