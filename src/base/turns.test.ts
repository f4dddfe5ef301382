import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as later } from 'node:timers/promises';
import { Turns } from './turns.ts';

test('no more than two at once, in the order in which they came, also where one fails', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const outcomes = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      turns.take(async () => {
        begun.push(number);
        most = Math.max(most, ++running);
        await later();
        running--;
        if (number % 2 === 0) throw new Error(`${number}`);
        return number;
      }),
    ),
  );
  assert.deepEqual(begun, [0, 1, 2, 3, 4, 5]);
  assert.equal(most, 2);
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal(await turns.take(async () => 'free again'), 'free again');
});
