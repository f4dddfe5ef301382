import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>
<item><title>Carrier &lt;b&gt;works&lt;/b&gt;</title><link>https://example.org/works</link>
  <description><![CDATA[<p>On <em>Tuesday</em><script>alert(1)</script>.</p>]]></description></item>
<item><title>Unsafe</title><link>javascript:alert(1)</link></item>
<item><title>One too many</title></item></channel></rss>`;
const there = createServer((request, response) => {
  if (request.url === '/news') response.end(rss);
  else response.writeHead(404).end();
});
await new Promise<void>((resolve) => there.listen(0, '127.0.0.1', resolve));
after(() => there.close());
const origin = `http://127.0.0.1:${(there.address() as AddressInfo).port}`;
const widget = (title: string, path: string) => ({
  widget: 'extras.RSSFeedWidget',
  title,
  width: 6,
  height: 3,
  config: { feed_url: `${origin}${path}`, max_entries: 2 },
});
const web = await openInterface(await testDatabase(), {
  settings: { DEFAULT_DASHBOARD: [widget('Notices', '/news'), widget('Gone', '/gone')] },
});
const { page, complaints } = web;

test('a feed is shown as plain text with safe links, as far as the widget says; a lost one says so', async () => {
  await logIn(web);
  const news = page.getByRole('region', { name: 'Notices', exact: true });
  await news.getByRole('link', { name: /^Carrier/ }).waitFor();
  assert.equal(await news.getByRole('link', { name: /^Carrier/ }).getAttribute('href'), 'https://example.org/works');
  assert.equal(await news.getByRole('listitem').count(), 2);
  assert.match(await news.getByRole('listitem').first().innerText(), /On Tuesday/);
  await news.getByText('Unsafe').waitFor();
  assert.equal(await news.getByRole('link', { name: 'Unsafe' }).count(), 0);
  assert.equal(await news.locator('script, b, em').count(), 0);
  await page.getByRole('region', { name: 'Gone', exact: true }).locator('p').waitFor();
  assert.deepEqual(await seriousFaults(page), []);
  // That the other site has lost its feed is told by the status of ours.
  assert.deepEqual(
    complaints().filter((one) => !one.includes('/patchbay/feed/') && !/^console: Failed to load resource/.test(one)),
    [],
  );
});
