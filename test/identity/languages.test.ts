import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { begin, discover, password, prepare } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';
import { formIn, Visitor } from './visitor.ts';

const server = await serveIdentity(await testDatabase());
const { make, address } = server;
await make('users', { username: 'alice', password });
await make('users', { username: 'berta', password, attributes: { settings: { locale: 'de' } } });
await prepare(server);

const german = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };
const titleOf = (text: string) => /<h1>(.*?)<\/h1>/.exec(text)?.[1];
const languageOf = (text: string) => /<html lang="(.*?)">/.exec(text)?.[1];

/** A browser that asks for a language, whichever page it opens. */
class Reader extends Visitor {
  readonly #headers: Record<string, string>;
  constructor(headers: Record<string, string>) {
    super(address);
    this.#headers = headers;
  }
  override ask(url: string, init: RequestInit = {}) {
    return super.ask(url, { ...init, headers: { ...this.#headers, ...(init.headers as Record<string, string>) } });
  }
}

const pages: readonly [path: string, german: string, english: string][] = [
  ['/identity/sign-in', 'Anmelden', 'Sign in'],
  ['/device', 'Code eingeben', 'Enter the code'],
  ['/device?user_code=XXXX-XXXX', 'Code eingeben', 'Enter the code'],
  ['/application/o/authorize/?client_id=unknown', 'Das ging nicht', 'That did not work'],
  [
    '/application/o/authorize/?client_id=netbox&response_type=code&scope=openid&redirect_uri=https://evil.example/',
    'Das ging nicht',
    'That did not work',
  ],
];
for (const [path, inGerman, inEnglish] of pages)
  test(`${path}: ${inGerman}, ${inEnglish}`, async () => {
    const asked = await new Reader(german).open(path);
    assert.deepEqual([languageOf(asked.text), titleOf(asked.text)], ['de', inGerman]);
    const other = await new Reader({ 'accept-language': 'fr' }).open(path);
    assert.deepEqual([languageOf(other.text), titleOf(other.text)], ['en', inEnglish]);
  });

test('the walk to an application, with what is refused on the way', async () => {
  const reader = new Reader(german);
  const { url } = await begin(await discover(server));
  const page = await reader.open(url.href);
  assert.equal(titleOf(page.text), 'Bei NETBOX anmelden');
  const wrong = await reader.send(formIn(page).action, { username: 'alice', password: 'wrong' });
  assert.match(wrong.text, /Name oder Passwort stimmt nicht\./);
  const passkey = await reader.ask(`${formIn(page).action}/passkey`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', origin: address },
  });
  assert.deepEqual(JSON.parse(passkey.text), {
    detail: 'Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal.',
  });
});

test('a user’s own language goes before the browser’s', async () => {
  const reader = new Reader({ 'accept-language': 'en' });
  const own = await reader.send('/identity/sign-in', { username: 'berta', password });
  assert.equal(languageOf(own.text), 'de');
  assert.match(own.text, /Angemeldet als berta\./);
  const refused = await reader.send('/identity/', { do: 'password', current: password, password: 'short' });
  assert.match(refused.text, /mindestens 8 Zeichen/);
});

test('a logout that an application asks for', async () => {
  const reader = new Reader(german);
  await reader.send('/identity/sign-in', { username: 'alice', password });
  const asked = await reader.open('/application/o/netbox/end-session/');
  assert.deepEqual([languageOf(asked.text), titleOf(asked.text)], ['de', 'Überall abmelden?']);
  assert.match(asked.text, /Angemeldet bleiben/);
});
