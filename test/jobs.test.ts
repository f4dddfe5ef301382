import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#database/connect.ts';
import { testDatabase } from './database.ts';
import { apiToken, ask, type Launched, newDataDirectory, startServer, stopServer } from './running-server.ts';

type Running = Launched & { address: string };

const superuser = { SUPERUSER_PASSWORD: 'Secret-secret-1', SUPERUSER_API_TOKEN: apiToken };
const { sql, url } = await testDatabase();
const environment = { DATABASE_URL: url, DATA_DIR: await newDataDirectory(), ...superuser };
const first = await startServer(environment);
let servers: Running[] = [first, await startServer({ ...environment, SETTINGS_JSON: '{"BACKGROUND_JOBS": 2}' })];

test('many jobs over two processes: each is done once, all of them, and the change log has the requests', async () => {
  await until(async () => (await workers()).length === 2);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, job) =>
      ask(`${servers[job % 2]!.address}api/dcim/sites/?background=true&omit=created`, {
        method: 'POST',
        body: Array.from({ length: 20 }, (_, index) => ({ name: `${job}-${index}`, slug: `s${job}-${index}` })),
      }),
    ),
  );
  for (const { status, json, headers } of answers) {
    assert.equal(status, 202);
    assert.deepEqual(json.job.status, 'pending');
    assert.equal(headers.get('location'), json.job.url);
  }
  const ended = await Promise.all(answers.map(({ json }) => end(json.job.url)));
  for (const [index, job] of ended.entries()) {
    assert.equal(job.status.value, 'completed', job.error);
    assert.deepEqual([job.name, job.queue_name, job.error, job.log_entries], ['Bulk create sites', 'default', '', []]);
    assert.deepEqual([job.data.status_code, job.data.data.length], [201, 20]);
    assert.match(job.data.data[0].url, new RegExp(`^${servers[index % 2]!.address}api/dcim/sites/\\d+/$`));
    assert.equal('created' in job.data.data[0], false);
    assert.ok(job.started && job.completed && job.execution_time && job.user.username);
  }
  assert.equal(await count('dcim_site'), 400);
  const logged = await sql.unsafe('select request_id, count(*) from core_objectchange group by 1');
  const ids = new Set(answers.map(({ headers }) => headers.get('x-request-id')));
  assert.equal(logged.length, 20);
  for (const { request_id, count } of logged) assert.ok(ids.has(request_id as string) && count === '20');
  const told = await sql.unsafe('select event_type, object_repr, count(*) from extras_notification group by 1, 2');
  assert.deepEqual({ ...told[0] }, { event_type: 'job_completed', object_repr: 'Bulk create sites', count: '20' });
  assert.equal(await count('patchbay.job'), 0);
});

test('tables are made for the first job, not before, and workers are known all the same', async () => {
  const other = await testDatabase();
  const { address } = await startServer({ ...environment, DATABASE_URL: other.url });
  const told = async () => (await ask(`${address}api/core/background-workers/`)).json.results;
  await until(async () => (await told()).length === 1);
  const [worker] = await told();
  assert.deepEqual([worker.state, worker.successful_job_count], ['idle', 0]);
  assert.match(`${worker.name} ${worker.pid}`, /^[0-9a-f]{32} \d+$/);
  const [made] = await other.sql.unsafe("select to_regclass('patchbay.job') as made");
  assert.equal(made!.made, null);
});

test('updates and deletions; what is refused fails with the answer that it would have got, and leaves nothing', async () => {
  const { json: sites } = await ask(api('dcim/sites/?limit=3&ordering=id'));
  const [a, b, c] = sites.results;
  const done = await later('PATCH', 'dcim/sites/', [
    { id: a.id, description: 'x' },
    { id: b.id, description: 'x' },
  ]);
  assert.deepEqual([done.name, done.status.value, done.data.status_code], ['Bulk update sites', 'completed', 200]);
  assert.deepEqual(
    done.data.data.map(({ description }: { description: string }) => description),
    ['x', 'x'],
  );
  const refused = await later('PATCH', 'dcim/sites/', [
    { id: a.id, description: 'y' },
    { id: b.id, slug: '\0' },
  ]);
  assert.deepEqual([refused.status.value, refused.data.status_code], ['failed', 400]);
  assert.equal(refused.error, '1 of 2 objects could not be updated.');
  assert.equal((await ask(api(`dcim/sites/${a.id}/`))).json.description, 'x');
  const [told] = await sql.unsafe('select event_type from extras_notification where object_id = $1', [refused.id]);
  assert.equal(told!.event_type, 'job_failed');
  const gone = await later('DELETE', 'dcim/sites/', [{ id: c.id }]);
  assert.deepEqual([gone.status.value, gone.data], ['completed', { status_code: 204, data: null }]);
  assert.equal((await ask(api(`dcim/sites/${c.id}/`))).status, 404);

  // At once all the same: one object. Not at all: secrets that are shown once.
  assert.equal(
    (await ask(api('dcim/regions/?background=true'), { method: 'POST', body: { name: 'r', slug: 'r' } })).status,
    201,
  );
  const tokens = await ask(api('users/tokens/?background=true'), { method: 'POST', body: [{ user: 1 }] });
  assert.deepEqual(
    [tokens.status, tokens.json],
    [400, { detail: 'Background processing is not supported for this endpoint.' }],
  );
});

test('a job has the permissions that its user has when it runs', async () => {
  const user = await make('users/users/', { username: 'someone', password: 'Some-password-1' });
  const { token } = await make('users/tokens/', { user: user.id, version: 1 });
  const permission = await make('users/permissions/', {
    name: 'own regions',
    object_types: ['dcim.region'],
    actions: ['view', 'add', 'change'],
    constraints: { name__startswith: 'own' },
    users: [user.id],
  });
  const asUser = (body: unknown, method = 'POST') =>
    fetch(api('dcim/regions/?background=true'), {
      method,
      headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const outcome = async (answer: Response) => end(((await answer.json()) as { job: { url: string } }).job.url);
  const regions = (name: string) => [{ name, slug: name }];
  assert.equal((await outcome(await asUser(regions('own-1')))).status.value, 'completed');
  const foreign = await outcome(await asUser(regions('foreign')));
  assert.deepEqual([foreign.status.value, foreign.data.status_code], ['failed', 403]);
  assert.equal((await asUser([{ id: 1 }], 'DELETE')).status, 403);

  // Taken away, or the user gone, between the request and the job.
  const late = await whileHeld(async () => {
    await occupy('a');
    const answer = await asUser(regions('own-2'));
    await ask(api(`users/permissions/${permission.id}/`), { method: 'DELETE' });
    return answer;
  }).then(outcome);
  assert.deepEqual([late.status.value, late.data.status_code], ['failed', 403]);
  await make('users/permissions/', {
    name: 'all',
    object_types: ['dcim.region'],
    actions: ['add'],
    users: [user.id],
  });
  const inactive = await whileHeld(async () => {
    await occupy('b');
    const answer = await asUser(regions('own-3'));
    await ask(api(`users/users/${user.id}/`), { method: 'PATCH', body: { is_active: false } });
    return answer;
  }).then(outcome);
  assert.deepEqual(
    [inactive.status.value, inactive.error, inactive.data],
    ['failed', 'The requesting user is no longer active.', null],
  );
  assert.equal((await ask(api('dcim/regions/?name__isw=own'))).json.count, 1);
});

test('an import in the background: its numbers, or the rows that were refused', async () => {
  const send = async (rows: object[]) => {
    const { status, json } = await ask(`${servers[0]!.address}patchbay/import/dcim/sites/`, {
      method: 'POST',
      body: { rows, background: true },
    });
    assert.equal(status, 202);
    return end(json.job.url);
  };
  const done = await send([
    { name: 'i1', slug: 'i1' },
    { name: 'i2', slug: 'i2' },
  ]);
  assert.deepEqual(
    [done.name, done.status.value, done.data],
    ['Bulk import 2 sites', 'completed', { created: 2, updated: 0, skipped: 0 }],
  );
  assert.deepEqual(messages(done), ['info Imported 2 sites']);
  const refused = await send([{ name: 'i3', slug: 'i3' }, { name: 'i4' }]);
  assert.deepEqual([refused.status.value, refused.error], ['failed', 'One row was refused.']);
  assert.deepEqual(messages(refused), ['error Row 2: slug: This field is required.', 'warning Bulk import aborted']);
  assert.equal((await ask(api('dcim/sites/?name=i3'))).json.count, 0);
});

test('queues, tasks and workers tell what is there; tasks are cancelled and stopped', async () => {
  const held = await whileHeld(async () => {
    const waiting = (await ask(api('core/background-tasks/'))).json;
    assert.equal(waiting.count, 0);
    const jobs = [];
    for (const name of ['t1', 't2', 't3', 't4', 't5'])
      jobs.push(
        (await ask(api('dcim/regions/?background=true'), { method: 'POST', body: [{ name, slug: name }] })).json.job,
      );
    // Three places: one of a process, two of the other.
    await until(async () => (await ask(api('core/background-tasks/'))).json.count === 2);
    const { results } = (await ask(api('core/background-tasks/'))).json;
    assert.deepEqual(
      results.map((task: Record<string, unknown>) => [task.description, task.status, task.is_queued, task.position]),
      [
        ['Bulk create regions', 'queued', true, 0],
        ['Bulk create regions', 'queued', true, 1],
      ],
    );
    const queue = (await ask(api('core/background-queues/default/'))).json;
    assert.deepEqual([queue.jobs, queue.started_jobs, queue.workers], [2, 3, 2]);
    assert.match(queue.oldest_job_timestamp, /^\d{4}-\d\d-\d\d, \d\d:\d\d:\d\d$/);
    assert.deepEqual(
      (await workers()).map(({ state }) => state),
      ['busy', 'busy'],
    );
    assert.equal((await ask(api('status/'))).json['rq-workers-running'], 2);

    const step = async (id: string, name: string) =>
      (await ask(api(`core/background-tasks/${id}/${name}/`), { method: 'POST' })).status;
    const [cancelled, kept] = results;
    assert.equal(await step(kept.id, 'stop'), 204);
    assert.equal(await step(kept.id, 'enqueue'), 200);
    assert.equal(await step(cancelled.id, 'delete'), 200);
    assert.equal(await step(cancelled.id, 'delete'), 400);
    const running = (await ask(jobs[0].url)).json;
    const task = (await ask(api(`core/background-tasks/${running.job_id}/`))).json;
    assert.deepEqual(
      [task.status, task.is_started, (await workers()).some(({ name }) => name === task.worker_name)],
      ['started', true, true],
    );
    assert.equal(await step(running.job_id, 'stop'), 200);
    const stopped = await end(jobs[0].url);
    assert.deepEqual([stopped.status.value, stopped.error], ['failed', 'The job was stopped. Nothing of it was kept.']);
    return jobs;
  });
  const ended = await Promise.all(held.map(({ url }) => end(url)));
  assert.deepEqual(
    ended.map(({ status, error }) => `${status.value} ${error}`.trim()),
    [
      'failed The job was stopped. Nothing of it was kept.',
      'completed',
      'completed',
      'failed The job was cancelled before it began.',
      'completed',
    ],
  );
});

test('a process killed in the middle of a job: nothing half-written, and another ends the job as errored', async () => {
  const [survivor, killed] = servers as [Running, Running];
  const jobs = await whileHeld(async () => {
    const jobs = [];
    for (const name of ['k1', 'k2', 'k3', 'k4'])
      jobs.push(
        (await ask(api('dcim/regions/?background=true'), { method: 'POST', body: [{ name, slug: name }] })).json.job,
      );
    await until(async () => (await waiting()) === 3);
    await stopServer(killed.child, 'SIGKILL');
    return jobs;
  });
  assert.equal(survivor.child.exitCode, null);
  const ended = await Promise.all(jobs.map(({ url }) => end(url)));
  const errored = ended.filter(({ status }) => status.value === 'errored');
  assert.equal(errored.length, 2);
  for (const { error, data } of errored)
    assert.deepEqual(
      [error, data],
      ['The process that ran the job ended before the job did. Nothing of it was kept.', null],
    );
  assert.equal(ended.filter(({ status }) => status.value === 'completed').length, 2);
  const names = ended.map(({ status }, index) => (status.value === 'completed' ? `k${index + 1}` : '')).filter(Boolean);
  const there = await sql.unsafe("select name from dcim_region where name ~ '^k[0-9]' order by name");
  assert.deepEqual(
    there.map(({ name }) => name),
    names,
  );
  assert.equal((await workers()).length, 1);
  servers = [survivor];
});

test('a stop gives back what does not end in time; with BACKGROUND_JOBS 0 and nobody else it is 503', async () => {
  const [server] = servers as [Running];
  const body = [{ name: 'late', slug: 'late' }];
  const id = await whileHeld(async () => {
    const { json } = await ask(api('dcim/regions/?background=true'), { method: 'POST', body });
    await until(async () => (await waiting()) === 1);
    await stopServer(server.child, 'SIGTERM');
    return json.job.id as number;
  });
  const [row] = await sql.unsafe('select status, started, error from core_job where id = $1', [id]);
  assert.deepEqual({ ...row }, { status: 'pending', started: null, error: '' });
  const idle = await startServer({ ...environment, SETTINGS_JSON: '{"BACKGROUND_JOBS": 0}' });
  servers = [idle];
  const refused = await ask(api('dcim/regions/?background=true'), { method: 'POST', body });
  assert.deepEqual(
    [refused.status, refused.json.detail],
    [503, 'Unable to process request: RQ worker process not running.'],
  );
  servers = [await startServer({ ...environment, SETTINGS_JSON: '{"RQ_DEFAULT_TIMEOUT": 1}' })];
  assert.equal((await end(api(`core/jobs/${id}/`))).status.value, 'completed');
  const slow = await whileHeld(async () => {
    const { json } = await ask(api('dcim/regions/?background=true'), {
      method: 'POST',
      body: [{ name: 'slow', slug: 'slow' }],
    });
    return end(json.job.url);
  });
  assert.deepEqual(
    [slow.status.value, slow.error],
    ['errored', 'The job took longer than 1 seconds. Nothing of it was kept.'],
  );
});

const api = (path: string) => `${servers[0]!.address}api/${path}`;

async function make(path: string, body: object) {
  const { status, json } = await ask(api(path), { method: 'POST', body });
  assert.equal(status, 201, JSON.stringify(json));
  return json;
}

/** Gives every worker something that waits, while regions are held. */
async function occupy(name: string): Promise<void> {
  for (const slug of [`${name}-1`, `${name}-2`, `${name}-3`])
    await ask(api('dcim/regions/?background=true'), { method: 'POST', body: [{ name: slug, slug }] });
  await until(async () => (await waiting()) === 3);
}

/** A job's row once it has ended. */
async function end(url: string) {
  for (;;) {
    const { json } = await ask(url);
    if (!['pending', 'running'].includes(json.status.value)) return json;
    await sleep(20);
  }
}

async function later(method: string, path: string, body: unknown) {
  const { status, json } = await ask(api(`${path}?background=true`), { method, body });
  assert.equal(status, 202);
  return end(json.job.url);
}

const workers = async (): Promise<{ name: string; state: string }[]> =>
  (await ask(api('core/background-workers/'))).json.results;

const messages = ({ log_entries }: { log_entries: { level: string; message: string }[] }) =>
  log_entries.map(({ level, message }) => `${level} ${message}`);

const count = async (table: string): Promise<number> =>
  Number((await sql.unsafe(`select count(*) from ${table}`))[0]!.count);

/** How many statements wait for a lock. */
const waiting = async (): Promise<number> =>
  Number(
    (
      await sql.unsafe(
        `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
    )[0]!.count,
  );

/** Does something while no region can be written: jobs that write some begin, and wait. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const holder = connect(url, { max: 1, applicationName: 'holder' });
  try {
    await holder.unsafe('begin').simple();
    await holder.unsafe('lock table dcim_region in exclusive mode');
    return await work();
  } finally {
    await holder.end({ timeout: 0 });
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}
