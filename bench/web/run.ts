import { writeFile } from 'node:fs/promises';
import { makePassword } from '#access/password.ts';
import { connect } from '#database/connect.ts';
import { launchBrowser } from '#test/browser.ts';
// @ts-expect-error: the scripts that run before anything is installed are plain JavaScript
import { buildWhatIsStale } from '../../scripts/build.mjs';
import { openScaleDatabase } from '../database.ts';
import { describeMachine } from '../machine.ts';
import { startBuiltServer } from '../server.ts';
import { type FirstLoad, measureClick, measureFirstLoad } from './measure-page.ts';
import { measureScrolling } from './measure-scrolling.ts';
import { longList, type MeasuredPage, pages } from './pages.ts';
import { type PageResult, webReport } from './report.ts';

const devices = Number(process.env.BENCH_DEVICES ?? 20_000);
const turns = Number(process.env.BENCH_WEB_TURNS ?? 9);
const password = 'only-for-measuring';

/** npm run bench -- web: how soon pages of the interface can be used over the large network, in a headless browser. */
await buildWhatIsStale();
console.error('Opening the large network …');
const postgres = await openScaleDatabase(devices);
const sql = connect(postgres.url, { max: 2 });
await sql`update users_user set password = ${await makePassword(password)} where username = 'bench'`;
const server = await startBuiltServer(postgres.url);
const browser = await launchBrowser();
try {
  const address = `http://127.0.0.1:${server.port}`;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}/login/`);
  await page.getByLabel('User name').fill('bench');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  const cookies = await context.cookies();
  const found = await existing(await firstKeys());

  const results: PageResult[] = [];
  for (const wanted of found) {
    const loads: FirstLoad[] = [];
    for (let turn = 0; turn < 3; turn++)
      loads.push(await measureFirstLoad(browser, { address, cookies, page: wanted }));
    const clicks: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      await measureClick(page, longList);
      await page.waitForTimeout(250);
      clicks.push(await measureClick(page, wanted));
      await page.waitForTimeout(250);
    }
    results.push({
      page: wanted,
      load: middle(loads.map(({ milliseconds }) => milliseconds)),
      script: Math.max(...loads.map(({ script }) => script)),
      click: middle(clicks),
      first: clicks[0]!,
      slowest: Math.max(...clicks),
    });
    console.error(`${wanted.name}: ${middle(clicks).toFixed(0)} ms after the click`);
  }
  await measureClick(page, longList);
  await page.waitForTimeout(500);
  const scrolling = await measureScrolling(page);
  const text = webReport({ machine: await describeMachine(sql), devices, results, scrolling });
  console.log(text);
  await writeFile(new URL('../results/web.md', import.meta.url), text);
} finally {
  await browser.close();
  await server.stop();
  await sql.end({ timeout: 1 });
  await postgres.stop();
}
process.exit();

/** The first object of each kind of page in this network, which need not have the number 1. */
async function firstKeys(): Promise<Readonly<Record<string, string>>> {
  const [row] = await sql.unsafe(`select (select min(id) from dcim_device where position is not null) as devices,
    (select min(id) from dcim_site) as sites, (select min(rack_id) from dcim_device) as racks`);
  return row as Record<string, string>;
}

async function existing(keys: Readonly<Record<string, string>>): Promise<MeasuredPage[]> {
  return pages.map((one) => ({
    ...one,
    path: one.path.replace(/(devices|sites|racks)\/1\//, (_whole, kind: string) => `${kind}/${keys[kind]}/`),
  }));
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
