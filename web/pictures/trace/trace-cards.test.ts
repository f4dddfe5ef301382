import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceCards } from './trace-cards.ts';

const reference = (url: string) => ({ id: 1, url, display: url });
const port = (device: string, name: string) => ({ ...reference(`${device}/${name}`), device: reference(device) });
const ends = (...all: ReturnType<typeof port>[]) => ({ kind: 'ends' as const, ends: all });
const link = { kind: 'links' as const, links: [reference('cable')] };
const shape = (steps: Parameters<typeof traceCards>[0]) =>
  traceCards(steps).map((piece) =>
    piece.kind === 'links'
      ? '—'
      : piece.cards.map(({ key, rows }) => `${key}:${rows.map((row) => row.length).join('/')}`),
  );

test('an end, its cable and the other end', () => {
  assert.deepEqual(shape([ends(port('a', '1')), link, ends(port('b', '1'))]), [['a:1'], '—', ['b:1']]);
});

test('a panel that the path passes through is one card with two rows', () => {
  assert.deepEqual(
    shape([ends(port('a', '1')), link, ends(port('p', 'front')), ends(port('p', 'rear')), link, ends(port('b', '1'))]),
    [['a:1'], '—', ['p:1/1'], '—', ['b:1']],
  );
});

test('ends of one device share a card, those of two stand side by side', () => {
  assert.deepEqual(shape([ends(port('a', '1'), port('a', '2'), port('c', '1'))]), [['a:2', 'c:1']]);
});

test('what follows without a link and belongs to something else stands alone', () => {
  assert.deepEqual(shape([ends(port('a', '1')), { kind: 'ends', ends: [reference('network')] }]), [
    ['a:1'],
    ['network:1'],
  ]);
});
