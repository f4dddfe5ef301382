import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';
import { registry } from '#models/registry.ts';
import { buildGraphqlSchema } from '#surfaces/graphql/schema.ts';

const reference = readFileSync(new URL('../../../shared/reference/schema.graphql', import.meta.url), 'utf8');

test('a client of NetBox 4.7.3’s GraphQL schema finds nothing broken and nothing dangerous', () => {
  const theirs = buildSchema(reference);
  const ours = buildGraphqlSchema(registry);
  const changes = [...findBreakingChanges(theirs, ours), ...findDangerousChanges(theirs, ours)];
  assert.deepEqual(
    changes.map(({ description }) => description),
    [],
  );
});
