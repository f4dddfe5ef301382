import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { parseOrdering } from './ordering.ts';

/** A query, and the terms that count. */
const table: readonly (readonly [model: string, query: string, terms: readonly string[]])[] = [
  ['dcim.site', '', []],
  ['dcim.site', 'ordering=-name', ['-name']],
  ['dcim.site', 'ordering=region,%20-id', ['region', '-id']],
  ['dcim.site', 'ordering=nonsense,-name', ['-name']],
  ['dcim.site', 'ordering=-id&ordering=id', ['id']],
  ['dcim.site', 'ordering=custom_fields', []],
  ['dcim.site', 'ordering=custom_field_data', ['custom_field_data']],
  ['dcim.site', 'ordering=device_count', ['device_count']],
  ['dcim.site', 'ordering=tags', []],
  ['dcim.interface', 'ordering=_name', []],
  ['users.user', 'ordering=password', []],
  ['dcim.interface', 'ordering=count_ipaddresses,id', ['id']],
  ['core.objectchange', 'ordering=prechange_data', []],
];

for (const [model, query, terms] of table)
  test(`${model}?${query} is sorted by ${terms.join(', ') || 'its own order'}`, () => {
    assert.deepEqual(parseOrdering(registry.get(model), new URLSearchParams(query)), terms);
  });
