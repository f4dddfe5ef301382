import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { formatDay, formatMoment } from './format-moment.ts';
import { english, inForce } from './in-force.ts';
import { text } from './text.ts';

const german = { ...english, code: 'de', locale: 'de' };
afterEach(() => {
  inForce.language = english;
});

const cases: [said: () => string, expected: string][] = [
  [() => text('form.save'), 'Save'],
  [() => text('form.addOne', { label: 'site' }), 'Add site'],
  [() => text('list.page', { page: 1, pages: 2000 }), 'Page 1 of 2,000'],
  // What names something is no quantity.
  [() => text('revisions.revision', { id: '2000' }), 'Revision 2000'],
  [() => text('import.rowCount', { count: 1 }), '1 row'],
  [() => text('import.rowCount', { count: 0 }), '0 rows'],
  // The number that decides need not be called count.
  [() => text('bulk.editSubmit', { fields: 1, count: 3, label: 'sites' }), 'Change 1 field of 3 sites'],
  [() => text('bulk.editSubmit', { fields: 2, count: 1, label: 'site' }), 'Change 2 fields of 1 site'],
  // JSON is not a parameter.
  [() => text('widget.filtersHint'), 'As JSON: {"status": ["active"]}'],
];
for (const [said, expected] of cases) test(expected, () => assert.equal(said(), expected));

test('a language has the plural forms that it needs', () => {
  const texts = {
    ...english.texts,
    'import.rowCount': { one: '{count} wiersz', few: '{count} wiersze', other: '{count} wierszy' } as const,
  };
  inForce.language = { ...english, code: 'pl', locale: 'pl', texts };
  const said = [1, 2, 5, 22].map((count) => text('import.rowCount', { count }));
  assert.deepEqual(said, ['1 wiersz', '2 wiersze', '5 wierszy', '22 wiersze']);
});

test('numbers, days and moments are written as the language has them', () => {
  const moment = new Date(2026, 2, 1, 14, 5).toISOString();
  const said = () => [text('list.page', { page: 1, pages: 2000 }), formatDay('2026-03-01'), formatMoment(moment)];
  assert.deepEqual(said(), ['Page 1 of 2,000', '2026-03-01', '2026-03-01 14:05']);
  inForce.language = german;
  assert.deepEqual(said(), ['Page 1 of 2.000', '01.03.2026', '01.03.2026, 14:05']);
  assert.deepEqual([formatDay('someday'), formatMoment('someday')], ['someday', 'someday']);
});
