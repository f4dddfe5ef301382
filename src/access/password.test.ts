import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePassword, needsRehash, verifyPassword } from './password.ts';

/** Made by Django's own hasher: make_password(password, salt) with fewer iterations. */
const django = 'pbkdf2_sha256$1000$seasalt$JgZryXe2Ga8ysg6XbzkLpTdyPQrHqsinbL9BnnhgX4A=';

const rows: [password: string, encoded: string, matches: boolean][] = [
  ['lètmein', django, true],
  ['letmein', django, false],
  ['', django, false],
  ['lètmein', django.replace('$1000$', '$1001$'), false],
  ['lètmein', '!unusable', false],
  ['lètmein', '', false],
  ['lètmein', 'md5$salt$0123', false],
];
for (const [password, encoded, matches] of rows)
  test(`"${password}" ${matches ? 'matches' : 'does not match'} ${encoded.slice(0, 30)}`, async () => {
    assert.equal(await verifyPassword(password, encoded), matches);
  });

test('a hash we make is Django’s format and matches its password alone', async () => {
  const encoded = await makePassword('correct horse');
  assert.match(encoded, /^pbkdf2_sha256\$1500000\$[A-Za-z0-9]{22}\$[A-Za-z0-9+/]{43}=$/);
  assert.deepEqual(
    [await verifyPassword('correct horse', encoded), await verifyPassword('correct horse ', encoded)],
    [true, false],
  );
  assert.deepEqual([needsRehash(encoded), needsRehash(django)], [false, true]);
});
