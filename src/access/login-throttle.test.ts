import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { connect } from '#database/connect.ts';
import { testDatabase } from '#test/database.ts';
import { loginLimits, rememberedFailures } from './login-failures.ts';
import { createLoginThrottle } from './login-throttle.ts';

const { sql, url } = await testDatabase();
const wrong = async () => null;
const right = async () => 'in';
const refused = { name: 'AccessError', status: 429 };
let names = 0;

/** The same rules hold wherever failures are counted. */
const places = {
  'in the database': () => ({ sql, throttle: createLoginThrottle(`test ${names++}`), pass: passInDatabase }),
  'in memory': () => {
    let now = 0;
    const throttle = createLoginThrottle(
      'test',
      rememberedFailures(() => now),
    );
    const pass = async (seconds: number) => {
      now += seconds * 1000;
    };
    return { sql: null, throttle, pass };
  },
};

async function passInDatabase(seconds: number): Promise<void> {
  await sql.unsafe(`update patchbay.login_failure set until = until - make_interval(secs => ${seconds})`);
}

for (const [place, make] of Object.entries(places)) {
  const begin = () => {
    const { sql: where, throttle, pass } = make();
    return { alice: { sql: where, username: 'alice', address: '192.0.2.1' }, attempt: throttle.attempt, pass };
  };

  test(`${place}: after five failures of a user from an address nothing is looked at, until the time is over`, async () => {
    const { alice, attempt, pass } = begin();
    for (let n = 0; n < loginLimits.perUser; n++) assert.equal(await attempt(alice, wrong), null);
    await assert.rejects(attempt(alice, right), refused);
    await assert.rejects(attempt({ ...alice, username: 'ALICE' }, right), refused);
    await pass(100);
    await assert.rejects(attempt(alice, right), (error: { headers: Record<string, string> }) => {
      const left = Number(error.headers['Retry-After']);
      return left > 0 && left <= loginLimits.seconds - 100;
    });
    assert.equal(await attempt({ ...alice, address: '192.0.2.2' }, right), 'in');
    assert.equal(await attempt({ ...alice, username: 'bob' }, right), 'in');
    await pass(loginLimits.seconds);
    assert.equal(await attempt(alice, right), 'in');
    assert.equal(await attempt(alice, wrong), null);
  });

  test(`${place}: a login forgives the failures before it`, async () => {
    const { alice, attempt } = begin();
    for (let n = 0; n < 20; n++)
      assert.equal(await attempt(alice, n % 4 === 3 ? right : wrong), n % 4 === 3 ? 'in' : null);
  });

  test(`${place}: attempts made at once are looked at one by one`, async () => {
    const { alice, attempt } = begin();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => attempt(alice, wrong)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, loginLimits.perUser);
  });

  test(`${place}: an address that tries many users`, async () => {
    const { alice, attempt } = begin();
    for (let n = 0; n < loginLimits.perAddress; n++) await attempt({ ...alice, username: `user ${n}` }, wrong);
    await assert.rejects(attempt(alice, right), refused);
  });

  test(`${place}: a check that breaks is nobody’s failure`, async () => {
    const { alice, attempt } = begin();
    const broken = () => Promise.reject(new Error('no database'));
    for (let n = 0; n < 10; n++) await assert.rejects(attempt(alice, broken), /no database/);
    assert.equal(await attempt(alice, right), 'in');
  });
}

test('names that are tried are not stored, and odd ones are names', async () => {
  const { attempt } = createLoginThrottle('odd');
  for (const username of ['hunter2', "a'b\\", '\0', '{,}', 'ü'.repeat(5000)])
    assert.equal(await attempt({ sql, username, address: null }, wrong), null);
  const rows = await sql.unsafe('select key from patchbay.login_failure');
  assert.ok(rows.every(({ key }) => /^[\w-]{43}$/.test(key)));
});

test('failures of another process count, and so does its forgiveness', async () => {
  const elsewhere = await startOther();
  const { attempt } = createLoginThrottle('shared');
  const carol = { sql, username: 'carol', address: '192.0.2.3' };
  for (let n = 0; n < 3; n++) assert.equal(await elsewhere('wrong'), 'null');
  for (let n = 0; n < 2; n++) assert.equal(await attempt(carol, wrong), null);
  assert.equal(await elsewhere('right'), '429');
  await assert.rejects(attempt(carol, right), refused);
  await passInDatabase(loginLimits.seconds);
  assert.equal(await elsewhere('wrong'), 'null');
  assert.equal(await attempt(carol, right), 'in');
  for (let n = 0; n < 4; n++) assert.equal(await elsewhere('wrong'), 'null');
  assert.equal(await elsewhere('right'), '"in"');
  await elsewhere('end');
});

test('of many processes that try at once, none is told more than five times that it was wrong', async () => {
  const throttles = Array.from({ length: 12 }, () => createLoginThrottle('at once'));
  const mallory = { sql, username: 'mallory', address: '192.0.2.4' };
  const slow = (found: string | null) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return found;
  };
  const results = await Promise.allSettled(throttles.map(({ attempt }) => attempt(mallory, slow(null))));
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, loginLimits.perUser);
  // Whoever was right but ends behind them is told nothing, either.
  await passInDatabase(loginLimits.seconds);
  const late = throttles[0]!.attempt(mallory, async () => {
    for (const { attempt } of throttles.slice(1, 6)) await attempt(mallory, wrong);
    return 'in';
  });
  await assert.rejects(late, refused);
});

test('a database that cannot be written is no reason to let nobody in, nor everybody', async () => {
  const standby = connect(`${url}${url.includes('?') ? '&' : '?'}default_transaction_read_only=on`);
  const { attempt } = createLoginThrottle('read only');
  const dave = { sql: standby, username: 'dave', address: null };
  assert.equal(await attempt(dave, right), 'in');
  for (let n = 0; n < loginLimits.perUser; n++) assert.equal(await attempt(dave, wrong), null);
  await standby.end();
  await assert.rejects(attempt({ ...dave, sql: null }, right), refused);
});

/** Another process with a throttle of its own; answers what an attempt came to. */
async function startOther(): Promise<(what: string) => Promise<string>> {
  const program = new URL('../../test/programs/throttled-logins.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return async (what) => {
    child.stdin.write(`${what}\n`);
    if (what === 'end') return String(await once(child, 'exit'));
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    return answer.toString().trim();
  };
}
