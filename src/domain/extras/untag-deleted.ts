import { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { storedRows } from '#operations/write/stored.ts';
import { contextModels, forgetWhere } from '../config-context/forget-rendered.ts';

/** Before a tag goes, it is taken from all that have it, and logged as a change of each. */
export const untagDeleted: ModelRules = {
  async deleting(rows, context) {
    const tags = `{${rows.map(({ key }) => key).join(',')}}`;
    const tagged = await context.rows(
      `select content_type_id, string_agg(distinct object_id::text, ',') from extras_taggeditem
       where tag_id = any($1) group by content_type_id order by content_type_id`,
      [tags],
    );
    for (const [type, list] of tagged) {
      const name = context.contentTypes.name(type!);
      const model = name === undefined ? undefined : context.registry.get(name);
      if (!model) continue;
      const keys = list!.split(',');
      await context.changes.remember(model, keys, context);
      for (const [key, before] of await storedRows(context, model, keys))
        context.changes.note(new Draft({ model, position: 0, input: {}, key, before }));
      const holder = contextModels.find((one) => one === name);
      if (holder) await forgetWhere(context, { model: holder, where: 'o.id = any($1::bigint[])', keys });
    }
    await context.rows('delete from extras_taggeditem where tag_id = any($1)', [tags]);
  },
};
