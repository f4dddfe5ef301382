import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onlyLatest } from './only-latest.ts';

test('an answer that comes after a later question is left, also where it is an error', async () => {
  const latest = onlyLatest();
  let [tellSlow, refuse] = [(_: string) => {}, (_: Error) => {}];
  const first = latest(new Promise<string>((give) => (tellSlow = give)));
  const second = latest(new Promise<string>((_, fail) => (refuse = fail)));
  const third = latest(Promise.resolve('new'));
  tellSlow('old');
  refuse(new Error('older'));
  assert.deepEqual(await Promise.all([first, second, third]), [undefined, undefined, { value: 'new' }]);
});

test('an error of the last question is told', async () => {
  await assert.rejects(onlyLatest()(Promise.reject(new Error('no such file'))), /no such file/);
});
