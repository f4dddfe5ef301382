import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/**
 * What NetBox keeps of a device's or virtual machine's rendered config context is void once a field that contexts are
 * assigned by changes, or its tags do. Its renderer tells by the generation that it has rendered what is outdated.
 */
export const renderedContextRules = (fields: readonly string[]): ModelRules => ({
  prepare(drafts) {
    for (const draft of drafts) {
      const local = draft.get('local_context_data');
      if (local !== null && !local.trimStart().startsWith('{'))
        draft.errors.add('local_context_data', 'JSON data must be in object form. Example: {"foo": 123}');
    }
  },

  async derive(drafts, context) {
    const tags = await storedTags(drafts, context);
    for (const draft of drafts) {
      const voided = Number(draft.isNew || fields.some((field) => isChanged(draft, field)));
      const times = voided + timesTagged(draft, tags.get(draft.key ?? '') ?? []);
      if (times === 0) continue;
      draft.set('_config_context_data', null);
      draft.set('_config_context_generation', String((draft.number('_config_context_generation') ?? 0) + times));
    }
  },
});

function isChanged(draft: Draft, field: string): boolean {
  const [was, is] = [draft.was(field), draft.get(field)];
  if (was === null || is === null || draft.field(field).kind.name !== 'json') return was !== is;
  return canonical(JSON.parse(was)) !== canonical(JSON.parse(is));
}

/** JSON whose members stand in one order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );

/** NetBox tells of tags that come and of tags that go apart, and of all that are cleared whether there are any or not. */
function timesTagged({ tags }: Draft, stored: readonly string[]): number {
  const isAdding = (some: readonly string[] = []) => Number(some.some((tag) => !stored.includes(tag)));
  if (tags.set)
    return tags.set.length === 0 ? 1 : isAdding(tags.set) + Number(stored.some((tag) => !tags.set!.includes(tag)));
  return isAdding(tags.add) + Number((tags.remove?.length ?? 0) > 0);
}

async function storedTags(drafts: readonly Draft[], context: WriteContext): Promise<Map<string, string[]>> {
  const asking = drafts.filter(({ isNew, tags }) => !isNew && (tags.set || tags.add));
  const found = new Map<string, string[]>();
  if (asking.length === 0) return found;
  const rows = await context.rows(
    'select object_id, tag_id from extras_taggeditem where content_type_id = $1 and object_id = any($2)',
    [context.contentTypes.id(asking[0]!.model.name)!, `{${asking.map(({ key }) => key).join(',')}}`],
  );
  for (const [key, tag] of rows) found.set(key!, [...(found.get(key!) ?? []), tag!]);
  return found;
}
