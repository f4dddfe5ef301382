import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { readOnly } from '#registry/rest-facts.ts';

/** Trees: nothing lies below itself; names hold no tabs, by which a tree's order tells its levels apart. */
export const treeRules: ModelRules = {
  async validate(drafts, context) {
    const fields = drafts[0]!.model.fields;
    const kinds = [...fields.values()].map(({ kind }) => kind.name);
    const parent = fields.get('parent');
    if (!kinds.includes('treePath') || !parent || parent.rest === false || readOnly(parent)) return;
    const moved = drafts.filter((draft) => !draft.isNew && draft.changed('parent') && draft.get('parent') !== null);
    if (moved.length > 0) await refuseLoops(moved, context);
    if (kinds.includes('sortPath'))
      for (const draft of drafts)
        if (!draft.errors.any && draft.get('name')?.includes('\t'))
          draft.errors.add('name', 'Name cannot contain tab characters.');
  },
};

/** Goes up from every new parent, along parents as the drafts before have changed them. */
async function refuseLoops(moved: readonly Draft[], context: WriteContext): Promise<void> {
  const { table } = moved[0]!.model;
  const rows = await context.rows(
    `select a.id, a.parent_id from "${table}" a
     where exists (select from "${table}" p where p.id = any($1) and p.path <@ a.path)`,
    [`{${moved.flatMap((draft) => [draft.get('parent'), draft.key]).join(',')}}`],
  );
  const parents = new Map(rows.map(([key, parent]) => [key!, parent ?? null]));
  for (const draft of moved) {
    let at = draft.get('parent');
    while (at && at !== draft.key) at = parents.get(at) ?? null;
    if (at) draft.errors.add('parent', 'Cannot assign self or a descendant as parent.');
    else parents.set(draft.key!, draft.get('parent'));
  }
}
