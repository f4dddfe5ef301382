import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphQLError } from 'graphql';
import type { Change } from './change.ts';
import { ChangeQueue, type Followed, mostWaiting } from './change-queue.ts';
import { Pace } from './pace.ts';

const change = (id: number) => ({ id: String(id) }) as Change;

const collect = async (queue: ChangeQueue): Promise<Followed[]> => {
  const found: Followed[] = [];
  for await (const one of queue) found.push(one);
  return found;
};

test('changes come in their order, waited for or not', async () => {
  const queue = new ChangeQueue(() => {});
  const first = queue.next();
  queue.put(change(1));
  queue.put(change(2));
  assert.deepEqual(await first, { done: false, value: change(1) });
  assert.deepEqual(await queue.next(), { done: false, value: change(2) });
});

test('whoever reads too slowly is told so after what waited, and let go', async () => {
  let ended = 0;
  const queue = new ChangeQueue(() => ended++);
  for (let id = 0; id < mostWaiting + 10; id++) queue.put(change(id));
  assert.equal(ended, 1);
  const found = await collect(queue);
  assert.equal(found.length, mostWaiting + 1);
  assert.match((found.at(-1) as GraphQLError).message, /reads too slowly/);
});

test('an end without a reason is just the end', async () => {
  const queue = new ChangeQueue(() => {});
  queue.put(change(1));
  queue.end();
  queue.put(change(2));
  assert.deepEqual(await collect(queue), [change(1)]);
});

test('who stops reading is let go once', async () => {
  let ended = 0;
  const queue = new ChangeQueue(() => ended++);
  queue.put(change(1));
  await queue.return();
  queue.end('late');
  assert.deepEqual([await queue.next(), ended], [{ done: true, value: undefined }, 1]);
});

test('events wait for those that were not taken yet', async () => {
  const pace = new Pace();
  let made = 0;
  const making = (async () => {
    for (let i = 0; i < 100; i++) {
      await pace.made();
      made++;
    }
  })();
  await new Promise(setImmediate);
  const before = made;
  assert.ok(before < 50);
  pace.sent();
  await new Promise(setImmediate);
  assert.equal(made, before + 1);
  pace.end();
  await making;
});
