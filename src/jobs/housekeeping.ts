import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import type { JobKind, JobLogEntry } from './job-kind.ts';
import type { RecurringJob } from './recurring-job.ts';

type Kept = Pick<Settings, 'CHANGELOG_RETENTION' | 'CHANGELOG_RETAIN_CREATE_LAST_UPDATE' | 'JOB_RETENTION'>;

const kind = 'housekeeping';

/** The system's own job, once a day; its name is NetBox's. */
export const housekeeping: RecurringJob = { kind, name: 'System Housekeeping', userId: null, task: {}, interval: 1440 };

/**
 * Clears away what nobody needs any more: sessions that are over, entries of the change log older than
 * CHANGELOG_RETENTION days and jobs older than JOB_RETENTION (with 0, none).
 */
export const housekeepingJobs = (settings: () => Kept): JobKind => ({
  name: kind,
  async run({ sql, within }) {
    await sql.begin(async (transaction) => {
      const own = transaction as unknown as Queryable;
      await within(
        own,
        async () => [await clearSessions(own), await clearChanges(own, settings()), await clearJobs(own, settings())],
        (log) => ({ status: 'completed', log }),
      );
    });
    return undefined;
  },
});

const line = (message: string): JobLogEntry => ({ level: 'info', message });

async function clearSessions(sql: Queryable): Promise<JobLogEntry> {
  const { count } = await sql.unsafe('delete from django_session where expire_date < now()');
  const [table] = await sql.unsafe(`select to_regclass('patchbay.login_session') is not null as there`);
  if (table!.there === 't')
    await sql.unsafe(
      `delete from patchbay.login_session l
       where not exists (select from django_session s where s.session_key = l.session_key)`,
    );
  return line(`Sessions that are over: ${count} deleted.`);
}

async function clearChanges(
  sql: Queryable,
  { CHANGELOG_RETENTION: days, CHANGELOG_RETAIN_CREATE_LAST_UPDATE: retain }: Kept,
): Promise<JobLogEntry> {
  if (days === 0) return line('The change log is kept for ever (CHANGELOG_RETENTION).');
  const same = (other: string) =>
    `${other}.changed_object_type_id = c.changed_object_type_id and ${other}.changed_object_id = c.changed_object_id`;
  const kept = `not exists (select from core_objectchange d where d.action = 'delete' and ${same('d')}) and (
      c.action = 'create' or c.id = (
        select u.id from core_objectchange u where u.action = 'update' and ${same('u')} order by u.time desc, u.id desc limit 1
      )
    )`;
  const { count } = await sql.unsafe(
    `delete from core_objectchange c where c.time < now() - make_interval(days => $1) and not ($2 and ${kept})`,
    [days, retain],
  );
  return line(`Changes older than ${days} days: ${count} deleted.`);
}

/** Those that still are to be done stay, whatever their age. */
async function clearJobs(sql: Queryable, { JOB_RETENTION: days }: Kept): Promise<JobLogEntry> {
  if (days === 0) return line('Jobs are kept for ever (JOB_RETENTION).');
  const { count } = await sql.unsafe(
    `delete from core_job c where c.created < now() - make_interval(days => $1)
       and not exists (select from patchbay.job j where j.id = c.id)`,
    [days],
  );
  return line(`Jobs older than ${days} days: ${count} deleted.`);
}
