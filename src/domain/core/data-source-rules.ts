import { hasJobTables, jobTables } from '#jobs/job-tables.ts';
import { endRecurring, recurWithin } from '#jobs/recurring-job.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { sourceJob } from './sources/source-job.ts';

/** Parameters of a source's type that nobody may read in the change log. */
const secrets: Readonly<Record<string, readonly string[]>> = { git: ['password'] };

/** Data sources: local ones lie in files; one that is to be synchronized regularly has a job, any other none waiting. */
export const dataSourceRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(draft.get('source_url') ?? '')?.[1]?.toLowerCase() ?? '';
      if (draft.get('type') === 'local' && scheme !== '' && scheme !== 'file')
        draft.errors.add('source_url', 'URLs for local sources must start with file:// (or specify no scheme)');
    }
  },

  async derive(drafts, context) {
    const idle = drafts.filter((draft) => !draft.isNew && !draft.number('sync_interval'));
    if (idle.length === 0) return;
    await context.rows(
      `delete from core_job where object_type_id = $1 and object_id = any($2::bigint[]) and status = 'pending'`,
      [context.contentTypes.id('core.datasource')!, `{${idle.map(({ key }) => key).join(',')}}`],
    );
    for (const draft of idle)
      if (draft.get('status') === 'queued') draft.set('status', draft.get('last_synced') ? 'completed' : 'new');
  },

  /** The first time comes at once, as in NetBox, and then every so many minutes. */
  async saved(drafts, { sql, contentTypes }) {
    const jobOf = ({ key }: Draft) => sourceJob(key!, { type: contentTypes.id('core.datasource')!, userId: null });
    const regular = drafts.filter((draft) => draft.flag('enabled') && draft.number('sync_interval'));
    if (regular.length > 0) await jobTables(sql);
    else if (!(await hasJobTables(sql))) return;
    for (const draft of drafts)
      if (!regular.includes(draft)) await endRecurring(sql, jobOf(draft));
      else if (await recurWithin(sql, { ...jobOf(draft), interval: draft.number('sync_interval')! }))
        await sql.unsafe(`update core_datasource set status = 'queued' where id = $1`, [draft.key!]);
  },

  /** Secret parameters are hidden, and said to be changed where they are. */
  async logged(keys, context) {
    const earlier = rememberedBy(context);
    const rows = await context.rows('select id, type, parameters from core_datasource where id = any($1)', [
      `{${keys.join(',')}}`,
    ]);
    const found = new Map<string, [string, string][]>();
    for (const [key, type, text] of rows) {
      const parameters = JSON.parse(text ?? 'null') as Record<string, unknown> | null;
      if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) continue;
      const shown = { ...parameters };
      for (const name of secrets[type!] ?? []) {
        if (!parameters[name]) continue;
        const before = earlier.get(`${key} ${name}`);
        shown[name] = before !== undefined && before !== parameters[name] ? '***CHANGED***' : '********';
        earlier.set(`${key} ${name}`, parameters[name]);
      }
      found.set(key!, [['parameters', JSON.stringify(shown)]]);
    }
    return found;
  },
};

const remembered = new WeakMap<WriteContext, Map<string, unknown>>();

/** What a request has seen of secret parameters, to tell whether they change. */
function rememberedBy(context: WriteContext): Map<string, unknown> {
  const known = remembered.get(context) ?? new Map<string, unknown>();
  remembered.set(context, known);
  return known;
}
