import type { ModelRules } from '#operations/write/rules.ts';

/** A tag that is limited to object types can be assigned to objects of those alone. */
export const tagRestrictions: ModelRules = {
  async validate(drafts, context) {
    const { model } = drafts[0]!;
    const tagging = drafts.filter(({ tags }) => tags.set?.length || tags.add?.length);
    const type = context.contentTypes.id(model.name);
    if (tagging.length === 0 || type === undefined) return;
    const wanted = new Set(tagging.flatMap(({ tags }) => [...(tags.set ?? []), ...(tags.add ?? [])]));
    const limited = await context.rows(
      `select t.id, t.name from extras_tag t where t.id = any($1)
       and exists (select from extras_tag_object_types o where o.tag_id = t.id)
       and not exists (select from extras_tag_object_types o where o.tag_id = t.id and o.contenttype_id = $2)
       order by t.weight, t.name`,
      [`{${[...wanted].join(',')}}`, type],
    );
    if (limited.length === 0) return;
    const assigned = await assignedTags(tagging.flatMap(({ key }) => key ?? []));
    for (const draft of tagging) {
      const asked = new Set([...(draft.tags.set ?? []), ...(draft.tags.add ?? [])]);
      const refused = limited.find(([id]) => asked.has(id!) && !assigned.has(`${draft.key} ${id}`));
      if (refused) draft.errors.abort(`Tag ${refused[1]} cannot be assigned to ${model.model} objects.`);
    }

    /** Tags that objects have already are not assigned anew. */
    async function assignedTags(keys: readonly string[]): Promise<ReadonlySet<string>> {
      if (keys.length === 0) return new Set();
      const rows = await context.rows(
        'select object_id, tag_id from extras_taggeditem where content_type_id = $1 and object_id = any($2)',
        [type!, `{${keys.join(',')}}`],
      );
      return new Set(rows.map(([key, tag]) => `${key} ${tag}`));
    }
  },
};
