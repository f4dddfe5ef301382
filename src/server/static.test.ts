import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { serveStatic } from './static.ts';

let directory: string;
let app: FastifyInstance;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pb-static-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<base href="/" />');
  await writeFile(join(directory, 'icon.svg'), '<svg/>');
  await writeFile(join(directory, 'assets/main-abc.js'), 'run()');
  await writeFile(join(directory, 'assets/main-abc.js.gz'), gzipSync('run()'));
  app = fastify({ exposeHeadRoutes: true });
  await app.register(
    async (routes) => {
      routes.get('/api/', async () => ({}));
      await routes.register(serveStatic, {
        directory,
        basePath: 'net',
        isList: (path: string) => path === 'dcim/sites',
        isPage: (path: string) => path === 'dcim/sites',
        exportList: async (_request: unknown, reply: FastifyReply, path: string) => reply.send(`exported ${path}`),
      });
    },
    { prefix: '/net' },
  );
});
after(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

const html = 'text/html,*/*;q=0.8';
const requests: readonly [title: string, url: string, accept: string, status: number, location?: string][] = [
  ['the start page', '/net/', html, 200],
  ['the login', '/net/login/?next=%2F', html, 200],
  ['a list', '/net/dcim/sites/?status=active', html, 200],
  ['an object', '/net/dcim/sites/12/', html, 200],
  ['a tab of an object', '/net/dcim/sites/12/changelog/', html, 200],
  ['a list without its last slash', '/net/dcim/sites?q=a', html, 302, '/net/dcim/sites/?q=a'],
  ['no page of ours', '/net/dcim/nothing/', html, 404],
  ['no page, asked by a program', '/net/dcim/sites/', 'application/json', 404],
  ['a wrong address in the API', '/net/api/dcim/nothing/', html, 404],
  ['an asset that is gone', '/net/assets/main-old.js', html, 404],
  ['a way out of the directory', '/net/assets/../../../etc/passwd', html, 404],
];

for (const [title, url, accept, status, location] of requests) {
  test(`${title}: ${status}`, async () => {
    const answer = await app.inject({ url, headers: { accept } });
    assert.equal(answer.statusCode, status);
    assert.equal(answer.headers.location, location);
  });
}

test('the page has the base that the server has, and no script may stand in it', async () => {
  const answer = await app.inject({ url: '/net/dcim/sites/', headers: { accept: html } });
  assert.equal(answer.body, '<base href="/net/" />');
  assert.match(String(answer.headers['content-security-policy']), /default-src 'self'/);
  assert.equal(answer.headers['cache-control'], 'no-cache');
});

test('an asset comes compressed, is kept for ever, and is not sent again', async () => {
  const url = '/net/assets/main-abc.js';
  const answer = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
  assert.equal(answer.headers['content-encoding'], 'gzip');
  assert.match(String(answer.headers['cache-control']), /immutable/);
  const again = await app.inject({ url, headers: { 'if-none-match': String(answer.headers.etag) } });
  assert.equal(again.statusCode, 304);
  const plain = await app.inject({ url });
  assert.equal(plain.body, 'run()');
});

test('an unknown page still says so in the interface', async () => {
  const answer = await app.inject({ url: '/net/nowhere/', headers: { accept: html } });
  assert.equal(answer.statusCode, 404);
  assert.match(answer.body, /<base/);
});
