import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connect } from '#database/connect.ts';
import { parseDatabaseUrl } from '#database/database-url.ts';
import { registry } from '#models/registry.ts';

/**
 * Lets a real NetBox serve what Patchbay wrote, and compares what the two answer:
 *
 *   NETBOX_PYTHON=…/bin/python DATABASE_URL=postgres://…/postgres REDIS_URL=redis://… node --import tsx test/real-netbox.ts
 *
 * NETBOX_PYTHON has netbox 4.7.3 and gunicorn; DATABASE_URL's account may create databases. `npm run build` comes first.
 * What it prints is Markdown: docs/real-netbox.md has the last.
 */
const { NETBOX_PYTHON: python, DATABASE_URL: server, REDIS_URL: redis = 'redis://127.0.0.1:6379' } = process.env;
assert.ok(python && server, 'NETBOX_PYTHON and DATABASE_URL must be set.');
const run = promisify(execFile);
const token = '0123456789abcdef0123456789abcdef01234567';

/** Members that may differ, with the reason. */
const mayDiffer: readonly [place: RegExp, reason: string][] = [
  [/^users\/tokens .*\.last_used$/, 'each request notes it'],
  [/^users\/users .*\.last_login$/, 'NetBox notes a login of its own'],
  [/^core\/object-changes order$/, 'changes of one request have one time, and NetBox leaves their order to PostgreSQL'],
  [/^core\/object-types .*\.description$/, 'texts of NetBox’s source, which Patchbay does not have'],
];

const name = `patchbay_beside_netbox_${process.pid}`;
const databaseUrl = server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
const directory = await mkdtemp(join(tmpdir(), 'real-netbox-'));
const administrator = connect(server, { max: 1 });
await administrator.unsafe(`create database ${name}`);
const stops: (() => Promise<unknown>)[] = [
  () => administrator.end(),
  () => administrator.unsafe(`drop database if exists ${name} with (force)`),
  () => rm(directory, { recursive: true, force: true }),
];

try {
  const patchbay = await startPatchbay();
  const written = await writeMore(patchbay);
  const netbox = await startNetbox();
  const checks = await manage();
  const { rows, differences, objects } = await compareAll(patchbay, netbox);

  console.log(`## What it served\n
Patchbay filled an empty database with its demo network and did ${written} more writes; NetBox ${await versionOf(netbox)}
then served it, and both were asked for the same ${objects} objects.\n
| asked of NetBox | answered |\n|---|---|
${checks.map(([asked, answered]) => `| \`${asked}\` | ${answered} |`).join('\n')}\n
| app | lists | objects compared | that differ |\n|---|---:|---:|---:|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
  console.log(differences.length === 0 ? 'No answer differs.' : differences.map((line) => `- ${line}`).join('\n'));
  console.log(
    `\nLeft out of the comparison: ${mayDiffer.map(([place, reason]) => `\`${place.source}\` (${reason})`).join(', ')}.`,
  );
  process.exitCode = differences.length > 0 || checks.some(([, answered]) => /^✗/.test(answered)) ? 1 : 0;
} finally {
  for (const stop of stops.reverse()) await stop();
}

// ---- The two programs

async function startPatchbay(): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/cli.js', 'start', '--demo'], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(directory, 'patchbay'),
      PORT: String(port),
      SUPERUSER_API_TOKEN: token,
    },
  });
  return started(child, `http://127.0.0.1:${port}`);
}

/** NetBox's settings: the database, Redis, and no wish to call home. */
function environment() {
  return {
    PATH: process.env.PATH,
    HOME: directory,
    NETBOX_ROOT: directory,
    NETBOX_CONFIGURATION: 'configuration_beside_patchbay',
    DJANGO_SETTINGS_MODULE: 'netbox.settings',
    PYTHONPATH: directory,
  };
}

async function startNetbox(): Promise<string> {
  const { host, port: databasePort, user, password } = connectionOf(databaseUrl);
  const { hostname, port: redisPort } = new URL(redis);
  for (const folder of ['static', 'media', 'reports', 'scripts']) await mkdir(join(directory, folder));
  await writeFile(
    join(directory, 'configuration_beside_patchbay.py'),
    `ALLOWED_HOSTS = ['*']
DATABASES = {'default': {'NAME': '${name}', 'USER': '${user}', 'PASSWORD': '${password}', 'HOST': '${host}', 'PORT': '${databasePort}'}}
REDIS = {use: {'HOST': '${hostname}', 'PORT': ${redisPort || 6379}, 'DATABASE': number} for use, number in (('tasks', 12), ('caching', 13))}
SECRET_KEY = '${'x'.repeat(60)}'
API_TOKEN_PEPPERS = {1: '${'p'.repeat(60)}'}
RELEASE_CHECK_URL = None
CENSUS_REPORTING_ENABLED = False
MEDIA_ROOT, REPORTS_ROOT, SCRIPTS_ROOT = ('${directory}/' + folder for folder in ('media', 'reports', 'scripts'))
`,
  );
  const port = await freePort();
  const child = spawn(python!, ['-m', 'gunicorn', 'netbox.wsgi', '-b', `127.0.0.1:${port}`, '-w', '2', '-t', '300'], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: environment(),
  });
  return started(child, `http://127.0.0.1:${port}`);
}

async function started(child: ReturnType<typeof spawn>, address: string): Promise<string> {
  const ended = once(child, 'exit');
  stops.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`);
    const answered = await fetch(`${address}/api/status/`, { headers: { authorization: `Token ${token}` } }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return address;
    await sleep(250);
  }
  throw new Error(`${address} does not answer.`);
}

function connectionOf(url: string) {
  const parsed = parseDatabaseUrl(url);
  const { hostname, port, username, password } = new URL(url);
  assert.ok(parsed);
  return {
    host: hostname,
    port: port || '5432',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  listener.close();
  return port;
}

// ---- What is written

type Json = Record<string, unknown>;

async function ask(address: string, path: string, method = 'GET', body?: unknown): Promise<unknown> {
  const answer = await fetch(`${address}/api/${path}`, {
    method,
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${address}/api/${path}: ${answer.status} ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function some(address: string, path: string): Promise<Json[]> {
  return ((await ask(address, path)) as { results: Json[] }).results;
}

/** Writes of all sorts, beyond what the demo network is made of; returns how many objects they were about. */
async function writeMore(address: string): Promise<number> {
  let count = 0;
  const write = async (path: string, method: string, body?: unknown): Promise<Json> => {
    count += Array.isArray(body) ? body.length : 1;
    return (await ask(address, path, method, body)) as Json;
  };
  // Of every kind that has one, two descriptions.
  for (const model of registry.models) {
    if (!model.rest || model.readOnly || model.actionsOnly || !model.fields.has('description')) continue;
    const found = await some(address, `${model.rest}/?limit=2&ordering=id`);
    const changes = found.map(({ id }) => ({ id, description: `Seen by both, “${model.rest}” ${String(id)}` }));
    if (changes.length > 0 && !model.rest.startsWith('users/')) await write(`${model.rest}/`, 'PATCH', changes);
  }
  // Trees, components, allocation, cables, tags, custom fields, deletion.
  const region = await write('dcim/regions/', 'POST', { name: 'Both', slug: 'both' });
  await write('dcim/regions/', 'POST', [
    { name: 'Below', slug: 'below', parent: region.id },
    { name: 'Beside', slug: 'beside' },
  ]);
  const [site] = await some(address, 'dcim/sites/?limit=1');
  await write(`dcim/sites/${String(site!.id)}/`, 'PATCH', { region: region.id, time_zone: 'Europe/Lisbon' });
  const [kind] = await some(address, 'dcim/device-types/?limit=1&has_interfaces=true&ordering=-u_height');
  const [role] = await some(address, 'dcim/device-roles/?limit=1');
  const devices = (await write(
    'dcim/devices/',
    'POST',
    [1, 2].map((n) => ({ name: `both-${n}`, site: site!.id, role: role!.id, device_type: kind!.id, status: 'staged' })),
  )) as unknown as Json[];
  const ports = await Promise.all(
    devices.map(async ({ id }) => (await some(address, `dcim/interfaces/?device_id=${String(id)}&limit=1`))[0]!),
  );
  const ends = ports.map(({ id }) => [{ object_type: 'dcim.interface', object_id: id }]);
  await write('dcim/cables/', 'POST', {
    a_terminations: ends[0],
    b_terminations: ends[1],
    type: 'cat6',
    length: 3,
    length_unit: 'm',
  });
  const prefix = await write('ipam/prefixes/', 'POST', {
    prefix: '100.99.0.0/24',
    scope_type: 'dcim.region',
    scope_id: region.id,
  });
  const addresses = (await write(
    `ipam/prefixes/${String(prefix.id)}/available-ips/`,
    'POST',
    ports.map(({ id }) => ({ assigned_object_type: 'dcim.interface', assigned_object_id: id })),
  )) as unknown as Json[];
  await write(`dcim/devices/${String(devices[0]!.id)}/`, 'PATCH', {
    primary_ip4: addresses[0]!.id,
    local_context_data: { a: [1, 2.5, null] },
  });
  const field = { name: 'both_seen', type: 'date', object_types: ['dcim.device'], default: '2026-01-31' };
  await write('extras/custom-fields/', 'POST', field);
  const tag = await write('extras/tags/', 'POST', { name: 'Both', slug: 'both' });
  await write(
    'dcim/devices/',
    'PATCH',
    devices.map(({ id }) => ({ id, tags: [tag.id], custom_fields: { both_seen: '2026-02-01' } })),
  );
  await write(`dcim/regions/${String(region.id)}/`, 'PATCH', { name: 'Both, renamed' });
  const [cable] = await some(address, 'dcim/cables/?limit=1&ordering=id');
  await write('dcim/cables/', 'DELETE', [{ id: cable!.id, changelog_message: 'Cut' }]);
  return count;
}

// ---- What is asked

async function manage(): Promise<[asked: string, answered: string][]> {
  const asked = ['migrate --check', 'makemigrations --check --dry-run', 'showmigrations --plan', 'check'];
  const answers: [string, string][] = [];
  for (const words of asked) {
    const { stdout, code } = await run(python!, ['-m', 'django', ...words.split(' ')], {
      cwd: directory,
      env: environment(),
      maxBuffer: 16 * 1024 * 1024,
    }).then(
      (told) => ({ ...told, code: 0 }),
      (error: { stdout: string; code: number }) => error,
    );
    const plan = stdout.split('\n').filter((line) => /^\[.\]/.test(line));
    const open = plan.filter((line) => !line.startsWith('[X]')).length;
    const said = words.startsWith('show')
      ? `${plan.length} applied, ${open} not`
      : stdout.trim().split('\n').at(-1) || 'nothing to do';
    answers.push([words, `${code === 0 && open === 0 ? '' : '✗ '}${said} (exit code ${code})`]);
  }
  return answers;
}

async function versionOf(address: string): Promise<string> {
  return String(((await ask(address, 'status/')) as Json)['netbox-version']);
}

/** Asks both for the first objects of every list, and for two of them by themselves. */
async function compareAll(patchbay: string, netbox: string) {
  const differences: string[] = [];
  const apps = new Map<string, { lists: number; objects: number; differ: number }>();
  for (const model of registry.models) {
    if (!model.rest || model.actionsOnly) continue;
    const app = model.rest.split('/')[0]!;
    const sum = apps.get(app) ?? { lists: 0, objects: 0, differ: 0 };
    apps.set(app, sum);
    const path = `${model.rest}/?limit=12`;
    const [ours, theirs] = await Promise.all(
      [patchbay, netbox].map((address) => ask(address, path) as Promise<{ count: number; results: Json[] }>),
    );
    sum.lists++;
    if (ours!.count !== theirs!.count)
      differences.push(`\`${model.rest}\`: ${ours!.count} objects here, ${theirs!.count} there`);
    const order = [ours!, theirs!].map(({ results }) => results.map(({ id }) => id).join(' '));
    differences.push(...differing(order[0], order[1], `${model.rest} order`));
    const listed = new Map(ours!.results.map((one) => [one.id, one]));
    const detail = (address: string, id: unknown) => ask(address, `${model.rest}/${String(id)}/`) as Promise<Json>;
    const pairs: [Json, Json][] = [];
    for (const [index, there] of theirs!.results.entries()) {
      const here = listed.get(there.id);
      if (here) pairs.push([here, there]);
      if (!here || index < 2)
        pairs.push((await Promise.all([patchbay, netbox].map((address) => detail(address, there.id)))) as [Json, Json]);
    }
    sum.objects += pairs.length;
    for (const [here, there] of pairs) {
      const found = [
        ...differing(withoutOrigin(here, patchbay), withoutOrigin(there, netbox), `${model.rest} ${String(there.id)}`),
      ];
      if (found.length > 0) sum.differ++;
      differences.push(...found);
    }
  }
  const rows = [...apps].map(([app, { lists, objects, differ }]) => [app, lists, objects, differ] as const);
  return { rows, differences, objects: rows.reduce((sum, [, , objects]) => sum + objects, 0) };
}

function withoutOrigin(value: Json, address: string): Json {
  return JSON.parse(JSON.stringify(value).replaceAll(address, '')) as Json;
}

function* differing(here: unknown, there: unknown, place: string): Generator<string> {
  if (mayDiffer.some(([pattern]) => pattern.test(place))) return;
  if (typeof here === 'object' && typeof there === 'object' && here && there) {
    for (const name of new Set([...Object.keys(here), ...Object.keys(there)]))
      yield* differing((here as Json)[name], (there as Json)[name], `${place}.${name}`);
    return;
  }
  if (here !== there) yield `\`${place}\`: ${JSON.stringify(here)} here, ${JSON.stringify(there)} there`;
}
