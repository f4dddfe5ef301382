import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpError } from '#base/http-error.ts';
import { readDashboardBody } from './read-dashboard-body.ts';

const note = { class: 'extras.NoteWidget', title: 'Hello', color: null, config: { content: 'x' } };
const place = { id: 'a', x: 0, y: 0, w: 4, h: 2 };

test('a dashboard is kept as it is given, without what means nothing', () => {
  const read = readDashboardBody({ layout: [{ ...place, more: 1 }], config: { a: { ...note, more: 1 } }, more: 1 });
  assert.deepEqual(read, { layout: [place], config: { a: note } });
});

const refused: [string, unknown, field: string][] = [
  ['no object', [], '__all__'],
  ['no list of places', { layout: {}, config: {} }, 'layout'],
  ['no widgets', { layout: [], config: [] }, 'config'],
  ['a place of no widget', { layout: [{ ...place, id: 'b' }], config: { a: note } }, 'layout'],
  ['a place beyond the columns', { layout: [{ ...place, x: 10 }], config: { a: note } }, 'layout'],
  ['a place without height', { layout: [{ ...place, h: 0 }], config: { a: note } }, 'layout'],
  ['a place that is no number', { layout: [{ ...place, y: 'top' }], config: { a: note } }, 'layout'],
  ['a widget that NetBox does not know', { layout: [place], config: { a: { ...note, class: 'x.Y' } } }, 'config'],
];
for (const [name, body, field] of refused)
  test(`refused: ${name}`, () =>
    assert.throws(
      () => readDashboardBody(body),
      (error) => error instanceof HttpError && error.status === 400 && field in (error.body as object),
    ));
