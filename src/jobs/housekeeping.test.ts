import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { loginTables } from '#access/login-tables.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { testDatabase } from '#test/database.ts';
import { until } from '#test/until.ts';
import { housekeeping, housekeepingJobs } from './housekeeping.ts';
import { JobRunner } from './job-runner.ts';

const { sql } = await testDatabase();
let settings: Settings = { ...defaultSettings, BACKGROUND_JOBS: 1 };

/** A process that looks at once. */
async function work(): Promise<JobRunner> {
  const runner = new JobRunner({
    sql,
    kinds: [housekeepingJobs(() => settings)],
    recurring: [housekeeping],
    settled: 0,
    settings: () => settings,
  });
  after(() => runner.stop());
  await runner.start();
  return runner;
}

const jobs = async (status: string) =>
  sql.unsafe(
    `select id, name, interval, user_id, log_entries::text as log, scheduled - started_before as later from (
       select c.*, (select max(started) from core_job) as started_before from core_job c where status = $1
     ) c order by id`,
    [status],
  );
const messages = (log: string) => [...log.matchAll(/\\"message\\": \\"(.*?)\\"/g)].map(([, message]) => message);

test('a database that nobody has worked with is left as it is', async () => {
  // As NetBox makes one.
  await sql.unsafe('drop schema if exists patchbay cascade');
  const runner = await work();
  await runner.stop();
  assert.equal((await sql.unsafe('select from core_job')).length, 0);
  assert.equal((await sql.unsafe(`select to_regnamespace('patchbay') as there`))[0]!.there, null);
});

test('what is old goes, and it is done again a day later; two processes do it once', async () => {
  await loginTables(sql);
  await sql.unsafe(
    `insert into django_session (session_key, session_data, expire_date)
     values ('over', '', now() - interval '1 minute'), ('lives', '', now() + interval '1 hour')`,
  );
  await sql.unsafe(`insert into patchbay.login_session (session_key, user_id) values ('over', 1), ('lives', 1)`);
  await change({ object: 1, action: 'create', days: 200 });
  await change({ object: 1, action: 'update', days: 100 });
  await change({ object: 1, action: 'update', days: 10 });
  await oldJob('completed', 100);
  await oldJob('pending', 100);
  await oldJob('completed', 80);
  await Promise.all([work(), work()]);
  const [done] = await until(async () => {
    const ended = await jobs('completed');
    return ended.some(({ name }) => name === 'System Housekeeping') && ended.filter(({ interval }) => interval);
  });
  assert.deepEqual(messages(done!.log as string), [
    'Sessions that are over: 1 deleted.',
    'Changes older than 90 days: 2 deleted.',
    'Jobs older than 90 days: 2 deleted.',
  ]);
  assert.deepEqual([done!.interval, done!.user_id], ['1440', null]);
  const waiting = await until(async () => {
    const rows = await jobs('scheduled');
    return rows.length > 0 && rows;
  });
  assert.equal(waiting.length, 1);
  assert.match(waiting[0]!.later as string, /^(1 day|24:00|23:59)/);
  assert.deepEqual(await keys('django_session', 'session_key'), ['lives']);
  assert.deepEqual(await keys('patchbay.login_session', 'session_key'), ['lives']);
  assert.equal((await sql.unsafe(`select from core_job where name = 'old'`)).length, 1);
});

test('first and last changes of what is there may be kept; with 0 days everything is', async () => {
  await sql.unsafe('delete from core_objectchange');
  await change({ object: 1, action: 'create', days: 200 });
  await change({ object: 1, action: 'update', days: 190 });
  await change({ object: 1, action: 'update', days: 180 });
  await change({ object: 2, action: 'create', days: 200 });
  await change({ object: 2, action: 'delete', days: 150 });
  settings = { ...settings, CHANGELOG_RETAIN_CREATE_LAST_UPDATE: true, JOB_RETENTION: 0 };
  await work();
  const again = async () => {
    const before = (await jobs('completed')).length;
    await sql.unsafe(`update core_job set scheduled = now() where status = 'scheduled'`);
    await sql.unsafe(`select pg_notify('patchbay_job', '')`);
    await until(async () => (await jobs('completed')).length > before || (await jobs('errored')).length > 0);
    assert.deepEqual([...(await jobs('errored'))], []);
    return messages((await jobs('completed')).at(-1)!.log as string);
  };
  assert.deepEqual(await again(), [
    'Sessions that are over: 0 deleted.',
    'Changes older than 90 days: 3 deleted.',
    'Jobs are kept for ever (JOB_RETENTION).',
  ]);
  const left = await sql.unsafe('select action, changed_object_id as object from core_objectchange order by time');
  assert.deepEqual(
    left.map(({ action, object }) => `${action} ${object}`),
    ['create 1', 'update 1'],
  );
  settings = { ...settings, CHANGELOG_RETENTION: 0 };
  assert.equal((await again())[1], 'The change log is kept for ever (CHANGELOG_RETENTION).');
});

const keys = async (table: string, column: string) =>
  (await sql.unsafe(`select ${column} as key from ${table} order by 1`)).map(({ key }) => key);

async function change({ object, action, days }: { object: number; action: string; days: number }): Promise<void> {
  await sql.unsafe(
    `insert into core_objectchange (time, user_name, request_id, action, changed_object_id, object_repr,
       changed_object_type_id, message)
     select now() - make_interval(days => $3), '', gen_random_uuid(), $2, $1, 'x', id, ''
     from django_content_type where app_label = 'dcim' and model = 'site'`,
    [object, action, days],
  );
}

async function oldJob(status: string, days: number): Promise<void> {
  await sql.unsafe(
    `insert into core_job (name, created, status, job_id, queue_name, notifications, error, log_entries)
     values ('old', now() - make_interval(days => $2), $1, gen_random_uuid(), 'default', 'never', '', '{}')`,
    [status, days],
  );
}
