import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { TokenKeys } from './token-keys.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(secret: string): string {
  const text = `${part({ alg: 'HS256' })}.${part({ iss: 'i', aud: 'a', sub: 's' })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const verify = (token: string, secret: string | null) =>
  new TokenKeys(fetch).verify(token, { jwksUri: undefined, secret, issuer: 'i', audience: 'a', algorithms: ['HS256'] });

test('a signature with the shared secret holds', async () => {
  assert.equal((await verify(signed('a secret'), 'a secret')).sub, 's');
});

for (const secret of ['', null])
  test(`nobody signs with a secret that is ${JSON.stringify(secret)}`, () =>
    assert.rejects(verify(signed(''), secret), /there is none/));
