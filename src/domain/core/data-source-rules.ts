import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Parameters of a source's type that nobody may read in the change log. */
const secrets: Readonly<Record<string, readonly string[]>> = { git: ['password'] };

/** Data sources: local ones lie in files; one that is not synchronized regularly has no job waiting. */
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
