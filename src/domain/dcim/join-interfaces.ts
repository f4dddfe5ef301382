import { Draft } from '#operations/write/draft.ts';
import { rulesOf } from '#operations/write/rules-of.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { ComponentOwner, MadeComponents } from './make-components.ts';
import type { Templates } from './read-templates.ts';

/**
 * Parents and bridges of interfaces that have just been made, parents first. NetBox logs each as a change of its own,
 * without what the interface was before.
 */
export async function joinInterfaces(
  owners: readonly ComponentOwner[],
  { context, made, templates }: { context: WriteContext; made: MadeComponents; templates: Templates },
): Promise<void> {
  const model = context.registry.get('dcim.interface');
  for (const relation of ['parent', 'bridge']) {
    const wanted = new Map<string, string>();
    for (const owner of owners)
      for (const template of templates.byType.get(owner.type) ?? []) {
        const own = made.get(owner, templates.model.name, template.get('id')!);
        const other = made.get(owner, templates.model.name, template.get(`${relation}_id`) ?? null);
        if (own !== undefined && other !== undefined) wanted.set(own, other);
      }
    if (wanted.size === 0) continue;
    const keys = [...wanted.keys()];
    await context.changes.close(model, keys, context);
    const stored = await storedRows(context, model, keys, { lock: true });
    const drafts = keys.map((key, position) => {
      const draft = new Draft({ model, position, input: {}, key, before: stored.get(key)! });
      draft.set(relation, wanted.get(key)!);
      return draft;
    });
    await context.rows(
      `update dcim_interface t set ${relation}_id = v.other, last_updated = $3::timestamptz
       from unnest($1::bigint[], $2::bigint[]) v(id, other) where t.id = v.id`,
      [`{${keys.join(',')}}`, `{${[...wanted.values()].join(',')}}`, context.now],
    );
    for (const draft of drafts) context.changes.noteUpdate(draft);
    for (const rules of rulesOf(context.rules, model)) await rules.saved?.(drafts, context);
    await context.changes.close(model, keys, context);
  }
}
