import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { Keeper, stateSql } from './keeper.ts';

const { sql } = await testDatabase();
const state = async (): Promise<string> => (await sql.unsafe(`select ${stateSql} as state`))[0]!.state as string;

/** The state is the whole cluster's: other tests write beside this one, so what must be equal is tried again. */
async function unchanged(meanwhile: () => Promise<unknown>): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const earlier = await state();
    await meanwhile();
    if ((await state()) === earlier) return true;
  }
  return false;
}

before(() => sql.unsafe('create table kept (id int)'));

test('reading leaves the state as it was', async () => {
  assert.ok(await unchanged(() => sql.unsafe('select count(*) from kept')));
});

test('a transaction that is not over leaves the state as it was; its end does not', async () => {
  let earlier = '';
  await sql.begin(async (transaction) => {
    await transaction.unsafe('insert into kept values (1)');
    assert.ok(await unchanged(async () => {}));
    earlier = await state();
  });
  assert.notEqual(await state(), earlier);
});

for (const statement of ['insert into kept values (2)', 'update kept set id = 3', 'truncate kept', 'drop table kept'])
  test(`another state after: ${statement}`, async () => {
    const earlier = await state();
    await sql.unsafe(statement);
    assert.notEqual(await state(), earlier);
  });

test('a value is made once for a state, and anew for another; a failure is not kept', async () => {
  const keeper = new Keeper();
  let made = 0;
  const make = async () => ++made;
  assert.equal(await keeper.get('a', 'key', make), 1);
  assert.equal(await keeper.get('a', 'key', make), 1);
  assert.equal(await keeper.get('b', 'key', make), 2);
  assert.equal(await keeper.get('a', 'key', make), 3);
  const fail = () => Promise.reject(new Error('no'));
  await assert.rejects(keeper.get('a', 'other', fail));
  assert.equal(await keeper.get('a', 'other', make), 4);
});
