import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaFault, schemaProblem } from './json-schema.ts';

for (const [what, schema, value, problem] of [
  ['a value of another type', { type: 'string' }, 1, 'must be string'],
  ['a member, by its place', { properties: { a: { type: 'integer' } } }, { a: 'x' }, '/a must be integer'],
  ['a pattern of Python', { pattern: '(?i)^zü\\w+\\Z' }, 'Zürich', undefined],
  ['a format, which is not checked', { type: 'string', format: 'ipv4' }, 'x', undefined],
  ['a format that nobody knows', { type: 'string', format: 'serial-number' }, 'x', undefined],
  ['the draft that it names', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'array' }, [], undefined],
  ['the newest draft', { $schema: 'https://json-schema.org/draft/2020-12/schema', const: 1 }, 1, undefined],
  ['an $id, however often', { $id: 'https://example.com/a', type: 'string' }, 'x', undefined],
] as const)
  test(`a schema and ${what}`, () => {
    for (let again = 0; again < 2; again++) assert.equal(schemaProblem(schema, value), problem);
  });

test('more schemas than are kept go on to be told apart', () => {
  for (let round = 0; round < 2; round++)
    for (let size = 0; size < 300; size++) {
      assert.equal(schemaProblem({ maximum: size }, size), undefined);
      assert.equal(schemaProblem({ maximum: size }, size + 1), `must be <= ${size}`);
    }
});

test('what is no schema is told from one', () => {
  assert.equal(schemaFault([]), 'JSON schema must be defined as a dictionary.');
  assert.match(schemaFault({ type: 'nothing' })!, /^Invalid JSON schema definition: /);
  assert.equal(schemaFault({}), undefined);
});
