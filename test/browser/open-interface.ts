import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { createSuperuser, hasNoUsers } from '#access/create-superuser.ts';
import { makePassword } from '#access/password.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { createIdentityApp } from '#server/identity-app.ts';
import { LiveSettings } from '#server/live-settings.ts';
import { launchBrowser } from '#test/browser.ts';
import type { TestDatabase } from '#test/database.ts';

export interface Interface {
  readonly page: Page;
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly address: string;
  /** What went wrong since it was last asked: console errors, exceptions, failed requests. */
  complaints(): string[];
}

export const superuser = { username: 'admin', password: 'a long password' };

const given = { SECRET_KEY: 'x1'.repeat(35), API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } };
const settings: Settings = { ...defaultSettings, ...given };

/**
 * Serves the database with the built interface and opens a browser's page; all of it is closed after the file's tests.
 * The runner of the tests has built what was stale.
 */
export async function openInterface(
  { sql, url }: TestDatabase,
  options: { basePath?: string; settings?: Partial<Settings>; alone?: 'identity' } = {},
): Promise<Interface> {
  if (await hasNoUsers(sql)) {
    const passwordHash = await makePassword(superuser.password);
    await createSuperuser(sql, { name: superuser.username, email: '', passwordHash, apiToken: null }, settings);
  }
  const basePath = options.basePath ?? '';
  const configuration = readConfiguration({
    DATABASE_URL: url,
    BASE_PATH: basePath,
    SETTINGS_JSON: JSON.stringify({ ...given, ...options.settings, BASE_PATH: basePath }),
  });
  const create = options.alone === 'identity' ? createIdentityApp : createApp;
  const app = await create({ sql, settings: await LiveSettings.open(sql, configuration), configuration });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}${basePath && `/${basePath}`}`;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(20_000);
  after(async () => {
    await browser.close();
    await app.close();
  });
  return { page, address, complaints: collect(page) };
}

function collect(page: Page): () => string[] {
  let complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A search that was typed on, a page that was left: the interface itself gave them up.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason} ${request.url()}`);
  });
  return () => {
    const told = complaints;
    complaints = [];
    return told;
  };
}
