import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLoginThrottle, loginLimits } from './login-throttle.ts';

const alice = { username: 'alice', address: '192.0.2.1' };
const wrong = async () => null;
const right = async () => 'in';
const refused = { name: 'AccessError', status: 429 };

test('after five failures of a user from an address nothing is looked at, until the time is over', async () => {
  let now = 0;
  const { attempt } = createLoginThrottle(() => now);
  for (let n = 0; n < loginLimits.perUser; n++) assert.equal(await attempt(alice, wrong), null);
  await assert.rejects(attempt(alice, right), refused);
  await assert.rejects(attempt({ ...alice, username: 'ALICE' }, right), refused);
  now = 1000;
  await assert.rejects(attempt(alice, right), { headers: { 'Retry-After': '899' } });
  assert.equal(await attempt({ ...alice, address: '192.0.2.2' }, right), 'in');
  assert.equal(await attempt({ ...alice, username: 'bob' }, right), 'in');
  now = loginLimits.seconds * 1000;
  assert.equal(await attempt(alice, right), 'in');
});

test('a login forgives the failures before it', async () => {
  const { attempt } = createLoginThrottle();
  for (let n = 0; n < 20; n++)
    assert.equal(await attempt(alice, n % 4 === 3 ? right : wrong), n % 4 === 3 ? 'in' : null);
});

test('attempts made at once are looked at one by one', async () => {
  const { attempt } = createLoginThrottle();
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => attempt(alice, wrong)));
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, loginLimits.perUser);
});

test('an address that tries many users', async () => {
  const { attempt } = createLoginThrottle();
  for (let n = 0; n < loginLimits.perAddress; n++) await attempt({ ...alice, username: `user ${n}` }, wrong);
  await assert.rejects(attempt(alice, right), refused);
});

test('a check that breaks is nobody’s failure', async () => {
  const { attempt } = createLoginThrottle();
  const broken = () => Promise.reject(new Error('no database'));
  for (let n = 0; n < 10; n++) await assert.rejects(attempt(alice, broken), /no database/);
  assert.equal(await attempt(alice, right), 'in');
});
