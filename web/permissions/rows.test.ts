import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, jsonOf, repeatedTerms } from './rows.ts';

const kept: readonly [title: string, json: unknown][] = [
  ['one group', { status: 'active', site__name__icontains: 'v' }],
  ['alternatives', [{ status: 'active' }, { tenant__isnull: true, created__gte: '2026-01-01' }]],
  ['a list of values', { site__in: [1, 2] }],
  ['the user', { user: '$user' }],
  ['a member of JSON', { custom_field_data__owner: 'me' }],
];
for (const [title, json] of kept)
  test(`${title} stays what it is`, () => assert.deepEqual(JSON.parse(jsonOf(groupsOf(JSON.stringify(json))!)), json));

const others: readonly [json: string, groups: number | undefined][] = [
  ['', 0],
  ['null', 0],
  ['[]', 0],
  ['[1]', undefined],
  ['"a"', undefined],
  ['{', undefined],
];
for (const [json, groups] of others)
  test(`${json || 'nothing'}: ${groups} groups`, () => assert.equal(groupsOf(json)?.length, groups));

test('nothing finished is no constraint', () => {
  assert.equal(jsonOf([{ key: 1, rows: [{ key: 2, path: [], lookup: 'exact', value: '' }] }]), '');
});

test('a term that stands twice is told', () => {
  const row = { path: ['name'], lookup: 'icontains', value: 'a' };
  assert.deepEqual(
    repeatedTerms({
      key: 1,
      rows: [
        { key: 2, ...row },
        { key: 3, ...row },
      ],
    }),
    ['name__icontains'],
  );
});
