import { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';

/** Channels that are called after their interface (`<name>:<channel>`) are renamed with it, where the name is free. */
export const channelNameRules: ModelRules = {
  async saved(drafts, context) {
    const renamed = drafts.filter((draft) => !draft.isNew && draft.changed('name') && draft.number('channels'));
    if (renamed.length === 0) return;
    const { model } = renamed[0]!;
    const owners = model.fields.has('device') ? ['device_id'] : ['device_type_id', 'module_type_id'];
    const same = owners.map((owner) => `o.${owner} is not distinct from c.${owner}`).join(' and ');
    const rows = await context.rows(
      `select c.id, v.name || ':' || c.channel_id from unnest($1::bigint[], $2::text[], $3::text[]) v(parent, old, name)
       join ${model.table} c on c.parent_id = v.parent and c.channel_id is not null and c.name = v.old || ':' || c.channel_id
       where length(v.name || ':' || c.channel_id) <= ${model.fields.get('name')!.max}
         and not exists (select from ${model.table} o where ${same} and o.name = v.name || ':' || c.channel_id)`,
      [
        `{${renamed.map(({ key }) => key).join(',')}}`,
        texts(renamed.map((draft) => draft.was('name')!)),
        texts(renamed.map((draft) => draft.get('name')!)),
      ],
    );
    if (rows.length === 0) return;
    const names = new Map(rows as [string, string][]);
    const stored = await storedRows(context, model, [...names.keys()], { lock: true });
    const children = [...stored].map(([key, before], position) => {
      const child = new Draft({ model, position, input: {}, key, before });
      child.set('name', names.get(key)!);
      return child;
    });
    await save(context, model, children);
  },
};

const texts = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
