import { Draft } from '#operations/write/draft.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { ComponentOwner, MadeComponents } from './make-components.ts';
import { resolvePlaceholders } from './placeholders.ts';
import type { Templates } from './read-templates.ts';

/**
 * Gives modules the components of their device that are called as a template says and are no module's yet. Returns the
 * owners' and templates' keys of those. NetBox logs each as changed, without what it was before.
 */
export async function adoptComponents(
  owners: readonly ComponentOwner[],
  { context, templates, made }: { context: WriteContext; templates: Templates; made: MadeComponents },
): Promise<ReadonlySet<string>> {
  const adopting = owners.filter(({ adopts }) => adopts);
  if (adopting.length === 0) return new Set();
  const model = context.registry.get(`dcim.${templates.kind}`);
  const rows = await context.rows(
    `select id, device_id, name from "${model.table}" where device_id = any($1) and module_id is null order by id`,
    [`{${[...new Set(adopting.map(({ device }) => device))].join(',')}}`],
  );
  const free = new Map(rows.map(([key, device, name]) => [`${device} ${name}`, key!]));
  const taken: { key: string; owner: ComponentOwner }[] = [];
  const adopted = new Set<string>();
  for (const owner of adopting)
    for (const template of templates.byType.get(owner.type) ?? []) {
      const name = `${owner.device} ${resolvePlaceholders(template.get('name')!, owner)}`;
      const key = free.get(name);
      if (key === undefined) continue;
      free.delete(name);
      taken.push({ key, owner });
      adopted.add(`${owner.key} ${template.get('id')}`);
      made.set(owner, { model: templates.model.name, template: template.get('id')!, key });
    }
  if (taken.length === 0) return adopted;
  const bay = templates.kind === 'modulebay' ? ', parent_id = v.bay' : '';
  await context.rows(
    `update "${model.table}" t set module_id = v.module${bay} from unnest($1::bigint[], $2::bigint[], $3::bigint[]) v(id, module, bay) where t.id = v.id`,
    [
      `{${taken.map(({ key }) => key).join(',')}}`,
      `{${taken.map(({ owner }) => owner.module).join(',')}}`,
      `{${taken.map(({ owner }) => owner.bay).join(',')}}`,
    ],
  );
  const keys = taken.map(({ key }) => key);
  for (const [position, [key, before]] of [...(await storedRows(context, model, keys))].entries())
    context.changes.noteUpdate(new Draft({ model, position, input: {}, key, before }));
  await context.changes.close(model, keys, context);
  return adopted;
}
