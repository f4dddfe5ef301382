import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorFrame, pageEnvelope, pageWindow } from './page-envelope.ts';

const settings = { PAGINATE_COUNT: 50, MAX_PAGE_SIZE: 1000 };

for (const [query, limit, offset] of [
  ['', 50, 0],
  ['limit=2', 2, 0],
  ['limit=0', 1000, 0],
  ['limit=5000', 1000, 0],
  ['limit=abc&offset=abc', 50, 0],
  ['limit=-1&offset=-1', 50, 0],
  ['limit=1.5', 50, 0],
  ['limit=&offset=', 50, 0],
  ['limit=1&limit=3&offset=4', 3, 4],
] as const)
  test(`"${query}" asks for ${limit} from ${offset}`, () =>
    assert.deepEqual(pageWindow(new URLSearchParams(query), settings), { limit, offset }));

test('without a largest page, limit=0 is everything', () =>
  assert.deepEqual(pageWindow(new URLSearchParams('limit=0'), { ...settings, MAX_PAGE_SIZE: 0 }), {
    limit: undefined,
    offset: 0,
  }));

const address = 'http://host/api/dcim/sites/';
const at = (query: string) => (query ? `${address}?${query}` : null);

for (const [query, next, previous] of [
  ['', '', ''],
  ['limit=2', 'limit=2&offset=2', ''],
  ['limit=5&offset=3', 'limit=5&offset=8', 'limit=5'],
  ['limit=2&offset=999', '', 'limit=2&offset=997'],
  ['limit=2&offset=22', '', 'limit=2&offset=20'],
  ['limit=0&offset=3', '', 'limit=1000'],
  ['ordering=nonsense,-name&limit=2', 'limit=2&offset=2&ordering=nonsense%2C-name', ''],
  ['limit=1&fields=id, name&fields=(x)*', 'fields=id%2C+name&fields=%28x%29%2A&limit=1&offset=1', ''],
  ['limit=1&tag=ä~_.-', 'limit=1&offset=1&tag=%C3%A4~_.-', ''],
] as const)
  test(`of 24, "${query}" leads on to "${next}" and back to "${previous}"`, () => {
    const asked = new URLSearchParams(query);
    const text = pageEnvelope({ ...pageWindow(asked, settings), count: 24, address, query: asked }, [
      '{"id":1}',
      '{"id":2}',
    ]);
    assert.deepEqual(JSON.parse(text), {
      count: 24,
      next: at(next),
      previous: at(previous),
      results: [{ id: 1 }, { id: 2 }],
    });
  });

const cursorText = (page: Parameters<typeof cursorFrame>[0], texts: readonly string[]): string => {
  const { before, after } = cursorFrame(page);
  return before + texts.join(',') + after;
};

test('from a key on, the next page begins behind the last', () => {
  const query = new URLSearchParams('start=0&limit=2');
  assert.deepEqual(JSON.parse(cursorText({ address, query, limit: 2, next: '3' }, ['1', '2'])), {
    count: null,
    next: at('limit=2&start=3'),
    previous: null,
    results: [1, 2],
  });
  assert.equal(JSON.parse(cursorText({ address, query, limit: 2, next: undefined }, [])).next, null);
});
