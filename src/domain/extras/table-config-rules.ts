import { arrayElements } from '#fields/array-text.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** A table config names a table of its object type, and columns that the table has. */
export const tableConfigRules: ModelRules = {
  async validate(drafts, context) {
    for (const draft of drafts) await check(draft, context);
  },
};

async function check(draft: Draft, context: WriteContext): Promise<void> {
  const model = context.registry.find(context.contentTypes.name(draft.get('object_type') ?? '') ?? '');
  const table = draft.get('table') ?? '';
  if (!model?.list || table !== `${model.className}Table`) {
    draft.errors.add('table', `Unknown table: ${table}`);
    return;
  }
  const columns = new Set(['pk', 'id', 'actions', ...model.list.columns.split(/\s+/)]);
  for (const field of await context.reader().customFields(model.name)) columns.add(`cf_${field.name}`);
  for (const [name, strip] of [
    ['ordering', /^-/],
    ['columns', /^$/],
  ] as const) {
    const unknown = arrayElements(draft.get(name) ?? '{}').find(
      (column) => !columns.has((column ?? '').replace(strip, '')),
    );
    if (unknown === undefined) continue;
    draft.errors.add(name, `Unknown column: ${(unknown ?? '').replace(strip, '')}`);
    return;
  }
}
