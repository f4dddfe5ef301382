import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { type Forgery, forgingProvider } from './forging-provider.ts';
import { oidcEnvironment } from './oidc-environment.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const html = { type: 'text/html', body: '<!doctype html><title>Maintenance</title>' };

/** What a provider that is broken, or not one at all, answers with; and what the login page then says. */
const cases: readonly [what: string, raw: Forgery['raw'], kind: string, message: RegExp][] = [
  ['discovery: a page', { discovery: html }, 'misconfigured', /no JSON/],
  ['discovery: half of it', { discovery: { body: '{"issuer": "htt' } }, 'misconfigured', /no JSON/],
  ['discovery: a list', { discovery: { body: '[]' } }, 'misconfigured', /no JSON/],
  ['discovery: nothing', { discovery: { body: '' } }, 'misconfigured', /no JSON/],
  ['discovery: without addresses', { discovery: { body: '{"issuer": 1}' } }, 'misconfigured', /issuer/],
  ['discovery: not there', { discovery: { ...html, status: 404 } }, 'misconfigured', /404/],
  ['discovery: broken', { discovery: { ...html, status: 503 } }, 'unavailable', /503/],
  [
    'discovery: two million characters',
    { discovery: { body: JSON.stringify({ issuer: 'x'.repeat(2_000_000) }) } },
    'misconfigured',
    /no JSON/,
  ],
  ['discovery: round and round', { discovery: { status: 302, body: '', location: '?' } }, 'unavailable', /reached/],
  ['discovery: silence', { discovery: 'silence' }, 'unavailable', /reached/],
  ['token: a page', { token: html }, 'untrusted', /./],
  ['token: half of it', { token: { body: '{"access_token": "a' } }, 'untrusted', /./],
  ['token: a list', { token: { body: '[]' } }, 'untrusted', /./],
  ['token: null', { token: { body: 'null' } }, 'untrusted', /./],
  ['token: numbers', { token: { body: '{"access_token": 1, "token_type": 2, "id_token": 3}' } }, 'untrusted', /./],
  ['token: a page of an error', { token: { ...html, status: 502 } }, 'unavailable', /502/],
  ['token: silence', { token: 'silence' }, 'unavailable', /reached/],
  ['userinfo: a page', { userinfo: html }, 'untrusted', /./],
  ['userinfo: a text', { userinfo: { body: '"alice"' } }, 'untrusted', /./],
  ['userinfo: without a subject', { userinfo: { body: '{}' } }, 'untrusted', /sub/],
  ['userinfo: broken', { userinfo: { ...html, status: 500 } }, 'unavailable', /500/],
  ['keys: a page', { jwks: html }, 'untrusted', /./],
  ['keys: none', { jwks: { body: '{"keys": []}' } }, 'untrusted', /./],
  ['keys: of no kind', { jwks: { body: '{"keys": [{"kty": "X"}, 1, null]}' } }, 'untrusted', /./],
  ['keys: broken', { jwks: { ...html, status: 500 } }, 'untrusted', /200 OK/],
];
for (const [what, raw, kind, message] of cases)
  test(`no login, and no error of ours: ${what}`, async () => {
    // Each its own, so that nothing is known from before.
    const provider = await forgingProvider();
    const { address } = await openPatchbay(database, oidcEnvironment(provider));
    provider.forgery = { raw: raw! };
    const visitor = new Visitor(address);
    const { to, notice } = raw!.discovery ? await begun(visitor) : await visitor.logIn('oidc');
    assert.equal(to, '/login/');
    assert.equal(notice?.kind, kind, String(notice?.message));
    assert.match(notice!.message, message);
    assert.equal((await visitor.session()).user, null);
    provider.forgery = {};
    // Keys that were told are believed for a while, before they are asked for anew.
    if (!/^keys: none/.test(what)) assert.equal((await new Visitor(address).logIn('oidc')).to, '/', 'the next login');
  });

/** A login that ends where it begins, as a browser's form begins it. */
async function begun(visitor: Visitor) {
  const { csrf } = await visitor.loginFacts();
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ csrfmiddlewaretoken: csrf }).toString();
  const answer = await visitor.send('/oauth/begin/oidc/', { method: 'POST', headers, body });
  return { to: answer.headers.get('location'), notice: (await visitor.loginFacts()).notice };
}
