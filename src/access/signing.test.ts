import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sign, unsign } from './signing.ts';

const options = { salt: 'django.contrib.sessions.SessionStore', secret: 'x1'.repeat(35) };

/** What Django's `SessionStore().encode()` made of the values at 1700000000 under the same SECRET_KEY. */
const rows: [value: unknown, signed: string][] = [
  [{ a: 1 }, 'eyJhIjoxfQ:1r31eq:nRLA_UPN4ug81hnkDa3fPdbjxNYKG-ZGjg5vYH-JaRU'],
  [{ name: 'Zoë' }, 'eyJuYW1lIjoiWm9cdTAwZWIifQ:1r31eq:6RvXCERCmDmWVVvzIHB9eT-GgbfDOpk3mXeA4gHVN8I'],
];
for (const [value, signed] of rows)
  test(`${JSON.stringify(value)} is signed as Django signs it`, () => {
    assert.equal(sign(value, { ...options, now: new Date(1_700_000_000_000) }), signed);
    assert.deepEqual(unsign(signed, options), value);
  });

test('what is long is deflated, and comes back', () => {
  const value = { text: 'a'.repeat(500) };
  const signed = sign(value, options);
  assert.match(signed, /^\.[\w-]{10,60}:\w{6}:[\w-]{43}$/);
  assert.deepEqual(unsign(signed, options), value);
});

const forged = ['', 'eyJhIjoxfQ', ':', rows[0]![1].replace('eyJ', 'eyK'), rows[0]![1].replace('1r31eq', '1r31er')];
for (const text of forged) test(`"${text}" is signed by nobody`, () => assert.equal(unsign(text, options), undefined));
