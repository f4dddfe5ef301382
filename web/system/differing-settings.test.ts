import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differingSettings, valuesOf } from './differing-settings.ts';

const settings = [
  { name: 'PAGINATE_COUNT', value: 7, default: 50, expected: '', fixed: false },
  { name: 'BANNER_TOP', value: '', default: '', expected: '', fixed: false },
];
const rows: readonly [title: string, left: object, right: object, names: string[]][] = [
  ['nothing on either side', {}, {}, []],
  ['a default that is spelled out', { PAGINATE_COUNT: 50 }, {}, []],
  ['another value', { PAGINATE_COUNT: 7 }, { PAGINATE_COUNT: 8 }, ['PAGINATE_COUNT']],
  ['two, in order', { PAGINATE_COUNT: 7, BANNER_TOP: 'a' }, {}, ['BANNER_TOP', 'PAGINATE_COUNT']],
  ['one that we do not know', { PLUGIN: 1 }, {}, ['PLUGIN']],
];
for (const [title, left, right, names] of rows)
  test(title, () => {
    const of = (data: object) => valuesOf(settings, { data: data as Record<string, unknown> });
    assert.deepEqual(
      differingSettings(of(left), of(right)).map(({ name }) => name),
      names,
    );
  });
