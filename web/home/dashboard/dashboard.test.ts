import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placed } from './dashboard.ts';

const widget = (width: number, height: number) => ({ widget: 'extras.NoteWidget', width, height });

test('widgets are placed in their order, each where there is room first', () => {
  const { layout } = placed([widget(4, 5), widget(4, 2), widget(4, 2), widget(4, 3), widget(12, 5)]);
  assert.deepEqual(
    layout.map(({ x, y }) => [x, y]),
    [
      [0, 0],
      [4, 0],
      [8, 0],
      [4, 2],
      [0, 5],
    ],
  );
});

test('a widget is never wider than the dashboard', () => assert.equal(placed([widget(20, 1)]).layout[0]!.w, 12));
