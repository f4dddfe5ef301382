import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '#test/browser.ts';
// @ts-expect-error: the scripts that run before anything is installed are plain JavaScript
import { buildWhatIsStale } from './build.mjs';

/**
 * npm run screenshots: pictures of the interface over the demo network, into docs/screenshots/: each page light and
 * dark, 1440 and 390 pixels wide.
 */
const target = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const login = { username: 'admin', password: 'a password for pictures' };

/** Pages by the name of their picture; an address may ask the API for the object that is shown. */
const pages: Readonly<Record<string, string | ((ask: Ask) => Promise<string>)>> = {
  overview: '/',
  devices: '/dcim/devices/',
  device: async (ask) => `/dcim/devices/${await ask('dcim/devices', 'name=bre-leaf-1')}/`,
  'device-form': async (ask) => `/dcim/devices/${await ask('dcim/devices', 'name=bre-leaf-1')}/edit/`,
  'filtered-list': '/ipam/ip-addresses/?status=active&sort=-address',
  rack: async (ask) => `/dcim/racks/${await ask('dcim/racks', 'name=bre-n1')}/`,
  elevations: '/dcim/rack-elevations/',
  trace: async (ask) => `/dcim/interfaces/${await ask('dcim/interfaces', 'device=bre-a1-srv-1&name=eth0')}/trace/`,
  prefix: async (ask) => `/ipam/prefixes/${await ask('ipam/prefixes', 'prefix=10.48.0.0/16&limit=1')}/`,
  site: async (ask) => `/dcim/sites/${await ask('dcim/sites', 'limit=1')}/`,
  search: '/search/?q=bre-a1',
  import: '/dcim/sites/import/',
};

type Ask = (list: string, query: string) => Promise<number>;

await buildWhatIsStale();
await mkdir(target, { recursive: true });
const data = await mkdtemp(join(tmpdir(), 'patchbay-pictures-'));
const server = spawn(process.execPath, ['dist/cli.js', 'start', '--demo'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, DATABASE_URL: '', DATA_DIR: data, PORT: '0', SUPERUSER_PASSWORD: login.password },
});
const browser = await launchBrowser();
try {
  const address = await ready();
  for (const scheme of ['light', 'dark'] as const)
    for (const size of sizes) {
      const context = await browser.newContext({ viewport: size, colorScheme: scheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await logIn(page, address);
      const ask: Ask = async (list, query) => {
        const response = await context.request.get(`${address}/api/${list}/?${query}&fields=id`);
        const { results } = (await response.json()) as { results: { id: number }[] };
        if (!results[0]) throw new Error(`${list}?${query} finds nothing to show.`);
        return results[0].id;
      };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address + (typeof path === 'string' ? path : await path(ask)), { waitUntil: 'networkidle' });
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(target, `${name}-${scheme}-${size.width}.png`) });
      }
      await context.close();
      console.error(`${scheme}, ${size.width} pixels: ${Object.keys(pages).length} pages`);
    }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await rm(data, { recursive: true, force: true });
}

/** The server's address, once it says that it is ready. */
function ready(): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const found = /is ready: (http\S+?)\/?\s/.exec(told);
      if (found) resolve(found[1]!);
    });
    server.once('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${told}`)));
  });
}

async function logIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/login/`);
  await page.getByLabel('User name').fill(login.username);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${address}/`);
}
