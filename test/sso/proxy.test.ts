import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { outgoingFetch, ProxySettingError } from '#base/outgoing-fetch.ts';
import { makeCertificate } from '#identity/keys/make-certificate.ts';
import { testDatabase } from '#test/database.ts';
import { startProxy } from './connect-proxy.ts';
import { forgingProvider } from './forging-provider.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const provider = await forgingProvider();
const environment = {
  REMOTE_AUTH_ENABLED: 'true',
  REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
  SOCIAL_AUTH_OIDC_ENDPOINT: provider.issuer,
  SOCIAL_AUTH_OIDC_KEY: provider.clientId,
  SOCIAL_AUTH_OIDC_SECRET: provider.clientSecret,
};

test('a login asks its provider through HTTP_PROXIES, for everything', async () => {
  const proxy = await startProxy();
  const HTTP_PROXIES = { http: proxy.address.replace('//', '//name:pass%20word@') };
  const settings = { SETTINGS_JSON: JSON.stringify({ HTTP_PROXIES }) };
  const { address } = await openPatchbay(await testDatabase(), { ...environment, ...settings });
  assert.deepEqual(await new Visitor(address).logIn('oidc'), { to: '/', notice: null });
  assert.ok(proxy.asked.length > 0);
  assert.ok(
    proxy.asked.every((line) => line.includes(new URL(provider.issuer).host)),
    proxy.asked.join('\n'),
  );
  assert.equal(proxy.credentials(), `Basic ${Buffer.from('name:pass word').toString('base64')}`);
});

test('no_proxy is asked directly, and a proxy that is down is a provider that cannot be reached', async () => {
  const proxy = await startProxy();
  const database = await testDatabase();
  const direct = { HTTP_PROXIES: { http: proxy.address, no_proxy: 'example.org,127.0.0.1' } };
  const first = await openPatchbay(database, { ...environment, SETTINGS_JSON: JSON.stringify(direct) });
  assert.equal((await new Visitor(first.address).logIn('oidc')).notice, null);
  assert.deepEqual(proxy.asked, []);
  const down = { HTTP_PROXIES: { all: 'http://127.0.0.1:9' } };
  const second = await openPatchbay(database, { ...environment, SETTINGS_JSON: JSON.stringify(down) });
  const answer = await new Visitor(second.address).begin('oidc');
  assert.equal(answer.status, 503);
});

test('https goes through CONNECT, by a name that the proxy alone knows', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = { commonName: 'idp.test', alternativeNames: ['idp.test'], validityDays: 1 };
  const cert = await makeCertificate(privateKey, 'ES256', subject);
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const server = createServer({ key, cert }, (request, response) => response.end(`over TLS: ${request.url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close().closeAllConnections());
  const host = `idp.test:${(server.address() as AddressInfo).port}`;
  const proxy = await startProxy();
  const fetch = outgoingFetch({ HTTP_PROXIES: {} }, { https_proxy: proxy.address });
  // Nobody trusts the certificate: the way through the proxy is as far as it gets.
  await assert.rejects(fetch(`https://${host}/a`));
  assert.deepEqual(proxy.asked, [`CONNECT ${host}`]);
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  try {
    assert.equal(await (await fetch(`https://${host}/b?c`)).text(), 'over TLS: /b?c');
  } finally {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  }
});

const ways: readonly [string, Record<string, string>, (proxy: string) => Record<string, string>, boolean][] = [
  ['https_proxy is not for http', {}, (proxy) => ({ https_proxy: proxy }), false],
  ['http_proxy', {}, (proxy) => ({ http_proxy: proxy }), true],
  ['HTTP_PROXY', {}, (proxy) => ({ HTTP_PROXY: proxy }), true],
  ['ALL_PROXY', {}, (proxy) => ({ ALL_PROXY: proxy }), true],
  ['without a scheme', {}, (proxy) => ({ http_proxy: proxy.replace('http://', '') }), true],
  ['NO_PROXY of a host', {}, (proxy) => ({ http_proxy: proxy, NO_PROXY: 'localhost,127.0.0.1' }), false],
  ['NO_PROXY of everything', {}, (proxy) => ({ http_proxy: proxy, no_proxy: '*' }), false],
  ['NO_PROXY of another port', {}, (proxy) => ({ http_proxy: proxy, no_proxy: '127.0.0.1:1' }), true],
  [
    'HTTP_PROXIES go before the environment',
    { http: 'http://127.0.0.1:9', no_proxy: '127.0.0.1' },
    (proxy) => ({ http_proxy: proxy }),
    false,
  ],
  ['nothing', {}, () => ({}), false],
];
for (const [what, HTTP_PROXIES, given, expected] of ways)
  test(`${what}: ${expected ? 'through the proxy' : 'directly'}`, async () => {
    const proxy = await startProxy();
    const fetch = outgoingFetch({ HTTP_PROXIES }, given(proxy.address));
    assert.equal((await fetch(new URL('.well-known/openid-configuration', provider.issuer))).status, 200);
    assert.equal(proxy.asked.length > 0, expected, proxy.asked.join());
  });

for (const proxy of ['socks5://127.0.0.1:1080', 'ftp://x', 'http://'])
  test(`the proxy ${proxy} is refused at the start, without its password`, () => {
    const secret = proxy.replace('//', '//me:hunter2@');
    assert.throws(
      () => outgoingFetch({ HTTP_PROXIES: { https: secret } }, {}),
      (error: Error) => error instanceof ProxySettingError && !error.message.includes('hunter2'),
    );
  });
