import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { launchBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { begin, discover, exchange, password, prepare } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';

const server = await serveIdentity(await testDatabase());
const { make, sql, address } = server;
for (const username of ['alice', 'bob', 'carol']) await make('users', { username, password });
/** The application: it only shows that the browser has come back. */
const application = createServer((_request, response) => response.end('The application')).listen(0, '127.0.0.1');
after(() => application.close());
await once(application, 'listening');
const callback = `http://localhost:${(application.address() as AddressInfo).port}/oauth/complete/oidc/`;
const provider = { redirect_uris: [callback], signing_key: 'authentik Self-signed Certificate' };
await prepare(server, provider);
await prepare(server, { ...provider, client_id: 'asks', consent: 'explicit' });
const beginAt = async (slug: string) => begin(await discover(server, slug), { redirect_uri: callback });

const browser = await launchBrowser();
after(() => browser.close());

/** A page of a new person. */
async function visit(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 380, height: 720 }, colorScheme: 'dark' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

async function enterPassword(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Goes to an application, and answers the login as the application gets it. */
async function goTo(page: Page, slug: string, between: () => Promise<void>) {
  const client = await discover(server, slug);
  const begun = await beginAt(slug);
  await page.goto(begun.url.href);
  await between();
  await page.waitForURL(`${callback}**`);
  const tokens = await exchange(client, begun, { location: page.url() } as never);
  return tokens.claims()!;
}

const latest = async (action: string) =>
  (
    await sql.unsafe(
      'select username, context from patchbay.identity_event where action = $1 order by id desc limit 1',
      [action],
    )
  )[0];

test('signing in with a password, and consent: refused, given, remembered', async () => {
  const page = await visit();
  await page.goto((await beginAt('asks')).url.href);
  await page.getByLabel('Username or e-mail').fill('alice');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('The name or the password is not right.').waitFor();
  assert.equal((await latest('login_failed'))?.username, 'alice');
  await enterPassword(page, 'alice');
  await page.getByText('General profile information').waitFor();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.waitForURL(`${callback}**`);
  assert.equal(new URL(page.url()).searchParams.get('error'), 'access_denied');
  const claims = await goTo(page, 'asks', () => page.getByRole('button', { name: 'Allow' }).click());
  assert.equal(claims.preferred_username, 'alice');
  const other = await visit();
  const again = await goTo(other, 'asks', () => enterPassword(other, 'alice'));
  assert.equal(again.sub, claims.sub);
});

test('an authenticator app: added, asked for, no code twice, recovery codes instead', async () => {
  const page = await visit();
  await page.goto(`${address}/identity/`);
  await enterPassword(page, 'bob');
  await page.getByRole('link', { name: 'Add an authenticator app' }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  assert.ok(await page.getByRole('img').isVisible());
  await page.getByLabel('Code that the app shows').fill('000000');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('alert').getByText('The code is not right').waitFor();
  const first = await generate({ secret });
  await page.getByLabel('Code that the app shows').fill(first);
  await page.getByRole('button', { name: 'Add it' }).click();
  const codes = await page.locator('.codes li').allInnerTexts();
  assert.equal(codes.length, 10);
  const other = await visit();
  const claims = await goTo(other, 'netbox', async () => {
    await enterPassword(other, 'bob');
    const field = other.getByLabel('Code of your authenticator app');
    await field.fill(first);
    await other.getByRole('button', { name: 'Continue' }).click();
    await other.getByRole('alert').getByText('has been used already').waitFor();
    // The code of the next half minute is good already.
    await field.fill(await generate({ secret, epoch: Date.now() / 1000 + 30 }));
    await other.getByRole('button', { name: 'Continue' }).click();
  });
  assert.deepEqual(claims.amr, ['pwd', 'otp', 'mfa']);
  for (const expected of ['let in', 'refused']) {
    const third = await visit();
    await third.goto((await beginAt('netbox')).url.href);
    await enterPassword(third, 'bob');
    await third.getByLabel('Code of your authenticator app').fill(codes[0]!.toUpperCase());
    await third.getByRole('button', { name: 'Continue' }).click();
    if (expected === 'let in') await third.waitForURL(`${callback}**`);
    else await third.getByRole('alert').getByText('The code is not right').waitFor();
  }
  const guesser = await visit();
  await guesser.goto((await beginAt('netbox')).url.href);
  await enterPassword(guesser, 'bob');
  for (let index = 0; index < 5; index++) {
    await guesser.getByLabel('Code of your authenticator app').fill(`00000${index}`);
    await guesser.getByRole('button', { name: 'Continue' }).click();
    await guesser.getByRole('alert').waitFor();
  }
  await guesser.getByRole('alert').getByText('Too many failed logins').waitFor();
});

test('a passkey: added, the second step, and enough by itself', async () => {
  const page = await visit();
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${address}/identity/`);
  await enterPassword(page, 'carol');
  await page.getByLabel('Name of a new passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('Laptop').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const second = await goTo(page, 'netbox', async () => {
    await enterPassword(page, 'carol');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
  });
  assert.deepEqual(second.amr, ['pwd', 'hwk', 'mfa']);
  await page.goto(`${address}/identity/`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  const alone = await goTo(page, 'netbox', () => page.getByRole('button', { name: 'Use a passkey' }).click());
  assert.deepEqual(alone.amr, ['hwk', 'user', 'mfa']);
  assert.equal(alone.preferred_username, 'carol');
  assert.equal((await latest('login'))?.username, 'carol');
});

test('a changed password, and what the page of oneself shows', async () => {
  const page = await visit();
  await page.goto(`${address}/identity/`);
  await enterPassword(page, 'alice');
  await page.getByText('NETBOX').waitFor();
  await page.getByLabel('Password now').fill(password);
  await page.getByLabel('New password').fill('another horse');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('The password has been changed.').waitFor();
  assert.equal((await latest('password_set'))?.username, 'alice');
});
