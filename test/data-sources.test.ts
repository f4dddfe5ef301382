import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { testDatabase } from './database.ts';
import { ownApp } from './own-app.ts';
import { apiToken } from './running-server.ts';
import { until } from './until.ts';

const { sql } = await testDatabase();
const address = await ownApp(sql);
const folder = await mkdtemp(join(tmpdir(), 'patchbay-source-'));
after(() => rm(folder, { recursive: true, force: true }));
const run = promisify(execFile);

interface Job {
  readonly name: string;
  readonly status: { readonly value: string };
  readonly error: string;
  readonly interval: number | null;
  readonly scheduled: string | null;
  readonly log_entries: readonly { readonly level: string; readonly message: string }[];
}

async function api<T>(path: string, { method = 'GET', body }: { method?: string; body?: object } = {}): Promise<T> {
  const response = await fetch(`${address}/api/${path}`, {
    method,
    headers: { authorization: `Token ${apiToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

interface Source {
  readonly id: number;
  readonly status: { readonly value: string };
  readonly last_synced: string | null;
}
const make = (name: string, more: object) =>
  api<Source>('core/data-sources/', { method: 'POST', body: { name, type: 'local', source_url: folder, ...more } });
const source = (id: number) => api<Source>(`core/data-sources/${id}/`);
const jobsOf = async (id: number, query = '') =>
  (await api<{ results: Job[] }>(`core/jobs/?object_type=core.datasource&object_id=${id}&ordering=id${query}`)).results;

/** Has a source read, and tells of the job that did it. */
async function synchronize(id: number): Promise<Job> {
  const asked = await api<Source>(`core/data-sources/${id}/sync/`, { method: 'POST' });
  assert.equal(asked.status.value, 'queued');
  return ended(id);
}

async function ended(id: number): Promise<Job> {
  return until(async () => {
    const job = (await jobsOf(id)).filter(({ status }) => status.value !== 'scheduled').at(-1);
    return job && ['completed', 'errored', 'failed'].includes(job.status.value) ? job : undefined;
  });
}

const paths = async (id: number) =>
  (await api<{ results: { path: string }[] }>(`core/data-files/?source_id=${id}&ordering=path`)).results.map(
    ({ path }) => path,
  );

test('a folder: its files are made, changed and deleted, but for those that are ignored', async () => {
  await mkdir(join(folder, 'sub/.inner'), { recursive: true });
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git/config'), 'x');
  await writeFile(join(folder, '.hidden'), 'x');
  await writeFile(join(folder, 'a.yaml'), 'a: 1\n');
  await writeFile(join(folder, 'b.txt'), 'b');
  await writeFile(join(folder, 'sub/c.yaml'), 'c: 1\n');
  await writeFile(join(folder, 'sub/.inner/d.yaml'), '');
  await symlink('/etc/hostname', join(folder, 'outside.yaml'));
  await symlink(join(folder, 'a.yaml'), join(folder, 'inside.yaml'));
  const { id } = await make('folder', { ignore_rules: '*.txt' });
  const job = await synchronize(id);
  assert.deepEqual([job.status.value, job.error, job.name], ['completed', '', 'Synchronization']);
  assert.deepEqual(await paths(id), ['a.yaml', 'inside.yaml', 'sub/.inner/d.yaml', 'sub/c.yaml']);
  const synced = await source(id);
  assert.equal(synced.status.value, 'completed');
  assert.ok(synced.last_synced);
  assert.ok((await api<{ count: number }>('core/data-files/?q=c.yaml')).count >= 1);

  await writeFile(join(folder, 'a.yaml'), 'a: 2\n');
  await rm(join(folder, 'sub'), { recursive: true });
  await writeFile(join(folder, 'e.yaml'), 'e');
  const again = await synchronize(id);
  assert.deepEqual(again.log_entries[0]?.message, 'Files: 1 created, 2 changed, 2 deleted.');
  assert.deepEqual(await paths(id), ['a.yaml', 'e.yaml', 'inside.yaml']);
  const [row] = await sql.unsafe(
    `select convert_from(data, 'UTF8') as text, size, hash = encode(sha256(data), 'hex') as right
     from core_datafile where path = 'a.yaml'`,
  );
  assert.deepEqual({ ...row }, { text: 'a: 2\n', size: '5', right: 't' });
  const indexed = await sql.unsafe(
    `select value from extras_cachedvalue v join django_content_type t on t.id = v.object_type_id
     where t.model = 'datafile' order by 1`,
  );
  assert.deepEqual(
    indexed.map(({ value }) => value),
    ['a.yaml', 'e.yaml', 'inside.yaml'],
  );
});

test('objects that follow a file take over what it holds; what they refuse is told, the rest is kept', async () => {
  const { id } = await make('followed', {});
  await writeFile(join(folder, 'followed.j2'), 'ntp 10.0.0.1\n');
  await writeFile(join(folder, 'emptied.j2'), 'before\n');
  await synchronize(id);
  const following = async (path: string) => {
    const files = await api<{ results: { id: number }[] }>(`core/data-files/?source_id=${id}&path=${path}`);
    const body = { name: path, template_code: 'x', data_file: { id: files.results[0]!.id }, auto_sync_enabled: true };
    return (await api<{ id: number }>('extras/config-templates/', { method: 'POST', body })).id;
  };
  const followed = await following('followed.j2');
  const emptied = await following('emptied.j2');
  await writeFile(join(folder, 'followed.j2'), 'ntp 10.0.0.2\n');
  await writeFile(join(folder, 'emptied.j2'), '');
  const job = await synchronize(id);
  assert.equal(job.status.value, 'errored');
  assert.match(job.error, new RegExp(`extras.configtemplate ${emptied}`));
  const code = async (key: number) =>
    (await api<{ template_code: string }>(`extras/config-templates/${key}/`)).template_code;
  assert.deepEqual([await code(followed), await code(emptied)], ['ntp 10.0.0.2\n', 'before\n']);
  assert.equal((await source(id)).status.value, 'failed');
  const [logged] = await sql.unsafe(
    `select user_name from core_objectchange where action = 'update' and changed_object_id = $1
     and changed_object_type_id = (select id from django_content_type where model = 'configtemplate')`,
    [followed],
  );
  assert.equal(logged?.user_name, 'admin');
});

test('an interval: at once, and again after it; without one no more', async () => {
  const { id } = await make('regular', { sync_interval: 60 });
  const first = await ended(id);
  assert.deepEqual([first.status.value, first.interval], ['completed', 60]);
  const waiting = await until(async () => (await jobsOf(id, '&status=scheduled'))[0]);
  const minutes = (new Date(waiting.scheduled!).getTime() - Date.now()) / 60_000;
  assert.ok(minutes > 55 && minutes <= 60, String(minutes));
  assert.equal((await jobsOf(id)).length, 2);

  // Due: somebody looks every ten seconds, or is told.
  await sql.unsafe(`update core_job set scheduled = now() where status = 'scheduled'`);
  await sql.unsafe(`select pg_notify('patchbay_job', '')`);
  await until(async () => (await jobsOf(id, '&status=completed')).length === 2 || undefined);

  const change = (body: object) => api(`core/data-sources/${id}/`, { method: 'PATCH', body });
  await change({ description: 'the interval stays' });
  await until(async () => (await jobsOf(id, '&status=scheduled')).length === 1 || undefined);
  await change({ sync_interval: null });
  assert.deepEqual(await jobsOf(id, '&status=scheduled'), []);
  assert.equal((await sql.unsafe('select from patchbay.job')).length, 0);
});

const wrong: readonly [what: string, source: object, error: RegExp][] = [
  ['no such folder', { source_url: join(folder, 'nothing') }, /no folder/],
  ['what the system tells of programs', { source_url: 'file:///proc/self' }, /server's own/],
  ['no repository', { type: 'git', source_url: 'http://127.0.0.1:1/x.git' }, /Fetching remote data failed/],
  ['a transport that runs programs', { type: 'git', source_url: 'ext::sh -c touch%20/tmp/x' }, /no folder|not allowed/],
  ['an option for an address', { type: 'git', source_url: '--upload-pack=x' }, /no folder/],
  ['a type that is not read here', { type: 'amazon-s3', source_url: 'https://s3.example/b' }, /amazon-s3/],
];
for (const [what, given, error] of wrong)
  test(`not read: ${what}`, async () => {
    const { id } = await make(what, given);
    const job = await synchronize(id);
    assert.equal(job.status.value, 'errored');
    assert.match(job.error, error);
    assert.equal((await source(id)).status.value, 'failed');
  });

test('a repository, with name and password told to its host alone', async () => {
  const work = await mkdtemp(join(tmpdir(), 'patchbay-repository-'));
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: work });
  await git('init', '-q', '-b', 'main');
  await writeFile(join(work, 'site.yaml'), 'site: main\n');
  await symlink('/etc/hostname', join(work, 'link.yaml'));
  await git('add', '.');
  await git('commit', '-q', '-m', 'one');
  await git('checkout', '-q', '-b', 'lab');
  await writeFile(join(work, 'lab.yaml'), 'site: lab\n');
  await git('add', '.');
  await git('commit', '-q', '-m', 'two');
  const { server, asked } = await serve(work);
  after(() => {
    server.close();
    return rm(work, { recursive: true, force: true });
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/site.git`;
  const parameters = { username: 'robot', password: 'secret-word', branch: 'lab' };
  const local = await make('by path', { type: 'git', source_url: work, parameters: { branch: 'lab' } });
  assert.deepEqual(
    [(await synchronize(local.id)).error, await paths(local.id)],
    ['', ['lab.yaml', 'link.yaml', 'site.yaml']],
  );
  const [link] = await sql.unsafe(
    `select convert_from(data, 'UTF8') as text from core_datafile where path = 'link.yaml'`,
  );
  assert.equal(link!.text, '/etc/hostname');
  const remote = await make('by http', { type: 'git', source_url: url, parameters });
  const job = await synchronize(remote.id);
  assert.deepEqual([job.error, await paths(remote.id)], ['', ['lab.yaml', 'link.yaml', 'site.yaml']]);
  assert.ok(asked.includes(`Basic ${Buffer.from('robot:secret-word').toString('base64')}`));
  const stranger = await make('with a wrong word', {
    type: 'git',
    source_url: url,
    parameters: { ...parameters, password: 'other-word' },
  });
  const refused = await synchronize(stranger.id);
  assert.match(refused.error, /Fetching remote data failed/);
  assert.equal(JSON.stringify(refused).includes('other-word'), false);
});

/** Serves a repository over http, by git's own program for it, to `robot` with the right word. */
async function serve(repository: string): Promise<{ server: Server; asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  const right = `Basic ${Buffer.from('robot:secret-word').toString('base64')}`;
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    asked.push(authorization);
    if (authorization !== right) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    const [path = '', query = ''] = request.url!.split('?');
    const program = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: join(repository, '.git'),
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
        PATH_INFO: path.replace('/site.git', ''),
        QUERY_STRING: query,
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      },
    });
    request.pipe(program.stdin);
    void answerOf(program.stdout).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, asked };
}

/** What a CGI program writes: headers, an empty line, the body. */
async function answerOf(output: Readable): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const all = Buffer.concat(await output.toArray());
  const end = all.indexOf('\r\n\r\n');
  const lines = all.subarray(0, end).toString().split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(': ', 2) as [string, string]));
  return { status: Number(headers.Status?.slice(0, 3) ?? 200), headers, body: all.subarray(end + 4) };
}
