import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { after, before, test } from 'node:test';
import { createSuperuser } from '#access/create-superuser.ts';
import { defaultSettings } from '#base/settings.ts';
import { createApp } from '#server/app.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LiveSettings } from '#server/live-settings.ts';
import type { Feed, FeedAnswer } from '#surfaces/dashboard/contract.ts';
import { testDatabase } from '#test/database.ts';

/** A feed's server, and what it was asked. */
const asked: IncomingMessage[] = [];
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>News &amp; more</title>
<item><title>One &lt;b&gt;bold&lt;/b&gt; thing</title><link>/one</link><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate>
  <description><![CDATA[<p onclick="x()">Read <script>alert(1)</script><em>this</em>.</p>]]></description></item>
<item><title>Two</title><link>javascript:alert(1)</link></item></channel></rss>`;
const atom = `<?xml version="1.0" encoding="ISO-8859-1"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atome</title>
<entry><title>Caf\u00e9</title><link href="https://example.org/cafe"/><updated>2026-11-03T10:00:00Z</updated></entry></feed>`;
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/rss': (response) => response.end(rss),
  '/atom': (response) => response.end(Buffer.from(atom, 'latin1')),
  '/moved': (response) => response.writeHead(302, { location: '/rss' }).end(),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/html': (response) => response.end('<!doctype html><title>No feed</title>'),
  '/gone': (response) => response.writeHead(404).end(),
  '/slow': () => undefined,
  '/large': (response) => response.end(Buffer.alloc(3 * 1024 * 1024, ' ')),
  '/elsewhere': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};
const there = createServer((request, response) => {
  asked.push(request);
  answers[new URL(request.url!, 'http://there').pathname]?.(response);
});
/** As a proxy it leads to itself, whatever it is asked for. */
const tunnels = new Set<Duplex>();
there.on('connect', (request, socket) => {
  asked.push(request);
  const end = connect((there.address() as AddressInfo).port, '127.0.0.1');
  for (const one of [socket, end]) tunnels.add(one.on('error', () => undefined));
  socket.write('HTTP/1.1 200 OK\r\n\r\n');
  socket.pipe(end).pipe(socket);
});
await new Promise<void>((resolve) => there.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(there.address() as AddressInfo).port}`;

const { sql } = await testDatabase();
const apiToken = '0123456789abcdef0123456789abcdef01234567';
const secrets = { SECRET_KEY: 'x1'.repeat(35), API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } };
await createSuperuser(
  sql,
  { name: 'admin', email: '', passwordHash: '!', apiToken },
  { ...defaultSettings, ...secrets },
);
const widget = (url: string, config: object = {}) => ({
  widget: 'extras.RSSFeedWidget',
  config: { feed_url: url, request_timeout: 1, ...config },
});

async function serve(settings: object): Promise<{ address: string; close(): Promise<void> }> {
  const configuration = readConfiguration({ SETTINGS_JSON: JSON.stringify({ ...secrets, ...settings }) });
  const app = await createApp({ sql, settings: await LiveSettings.open(sql, configuration), configuration });
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}
async function feed(address: string, url: string): Promise<[number, FeedAnswer & { detail?: string }]> {
  const response = await fetch(`${address}/patchbay/feed/?url=${encodeURIComponent(url)}`, {
    headers: { Authorization: `Token ${apiToken}` },
  });
  return [response.status, (await response.json()) as FeedAnswer & { detail?: string }];
}

let usual: Awaited<ReturnType<typeof serve>>;
before(async () => {
  usual = await serve({ DEFAULT_DASHBOARD: Object.keys(answers).map((path) => widget(origin + path)) });
});
after(async () => {
  await usual.close();
  for (const one of tunnels) one.destroy();
  there.closeAllConnections();
  there.close();
});

test('a feed comes as plain text: no markup, no script, links of the web alone', async () => {
  const [status, told] = await feed(usual.address, `${origin}/rss`);
  assert.equal(status, 200);
  assert.deepEqual(told, {
    title: 'News & more',
    entries: [
      { title: 'One bold thing', link: `${origin}/one`, published: '2026-11-03T10:00:00.000Z', text: 'Read this .' },
      { title: 'Two', link: null, published: null, text: '' },
    ],
  });
  assert.deepEqual(
    ['cookie', 'authorization'].filter((name) => name in asked.at(-1)!.headers),
    [],
  );
});

test('it is kept for a while', async () => {
  const before = asked.length;
  await Promise.all([feed(usual.address, `${origin}/rss`), feed(usual.address, `${origin}/rss`)]);
  assert.equal(asked.length, before);
});

test('Atom, another encoding and redirections are understood', async () => {
  assert.equal(((await feed(usual.address, `${origin}/atom`))[1] as Feed).entries[0]?.title, 'Café');
  assert.equal(((await feed(usual.address, `${origin}/moved`))[1] as Feed).entries.length, 2);
});

const failing: [string, RegExp][] = [
  ['/round', /leads on more than 3 times/],
  ['/html', /neither RSS nor Atom/],
  ['/gone', /answers 404/],
  ['/slow', /within 1 s/],
  ['/large', /larger than 2 MiB/],
  ['/elsewhere', /only http and https/],
];
for (const [path, reason] of failing)
  test(`what cannot be read is told: ${path}`, async () => {
    const [status, told] = await feed(usual.address, origin + path);
    assert.equal(status, 502);
    assert.match(told.detail!, reason);
  });

test('only feeds of a dashboard are fetched', async () => {
  const before = asked.length;
  assert.equal((await feed(usual.address, `${origin}/other`))[0], 404);
  assert.equal(asked.length, before);
});

test('feeds that users set are fetched from the public internet alone', async () => {
  const { address, close } = await serve({});
  const urls = [
    `${origin}/rss`,
    `http://localhost:${new URL(origin).port}/rss`,
    'http://[::ffff:127.0.0.1]/',
    'http://0/',
  ];
  const config = Object.fromEntries(
    urls.map((url, place) => [`w${place}`, { class: 'extras.RSSFeedWidget', config: { feed_url: url } }]),
  );
  await sql.unsafe(
    `insert into extras_dashboard (user_id, layout, config) select id, '[]', $1 from users_user where username = 'admin'`,
    [JSON.stringify(config)],
  );
  const before = asked.length;
  for (const url of urls) {
    const [status, told] = await feed(address, url);
    assert.equal(status, 502, url);
    assert.match(told.detail!, /not public/);
  }
  assert.equal(asked.length, before);
  await sql.unsafe('delete from extras_dashboard');
  await close();
});

test('a place that is cut off fetches none', async () => {
  const url = `${origin}/rss`;
  const { address, close } = await serve({ ISOLATED_DEPLOYMENT: true, DEFAULT_DASHBOARD: [widget(url)] });
  assert.deepEqual(await feed(address, url), [200, { isolated: true }]);
  await close();
});

test('the proxy of HTTP_PROXIES is asked, for feeds that users set, too', async () => {
  const url = 'http://feeds.example.org/rss';
  const { address, close } = await serve({ HTTP_PROXIES: { http: origin }, DEFAULT_DASHBOARD: [widget(url)] });
  const [status, told] = await feed(address, url);
  assert.equal(status, 200);
  assert.equal((told as Feed).entries[0]?.link, 'http://feeds.example.org/one');
  assert.ok(asked.some(({ url }) => url === 'feeds.example.org:80'));
  const own = 'http://other.example.org/atom';
  await sql.unsafe(
    `insert into extras_dashboard (user_id, layout, config) select id, '[]', $1 from users_user where username = 'admin'`,
    [JSON.stringify({ w: { class: 'extras.RSSFeedWidget', config: { feed_url: own } } })],
  );
  assert.equal((await feed(address, own))[0], 200);
  assert.ok(asked.some(({ url }) => url === 'other.example.org:80'));
  await sql.unsafe('delete from extras_dashboard');
  await close();
});
