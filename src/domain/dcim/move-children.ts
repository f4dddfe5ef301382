import { Draft } from '#operations/write/draft.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { forgetWhere } from '../config-context/forget-rendered.ts';

/** Devices in the bays of others are where those are. NetBox logs each as changed, without what it was before. */
export async function moveChildren(parents: readonly string[], context: WriteContext): Promise<void> {
  if (parents.length === 0) return;
  const rows = await context.rows(
    `update dcim_device c set site_id = p.site_id, rack_id = p.rack_id, location_id = p.location_id, last_updated = $2::timestamptz
     from dcim_devicebay b join dcim_device p on p.id = b.device_id
     where c.id = b.installed_device_id and p.id = any($1) returning c.id`,
    [`{${parents.join(',')}}`, context.now],
  );
  if (rows.length === 0) return;
  const model = context.registry.get('dcim.device');
  const children = rows.map(([key]) => key!);
  await forgetWhere(context, { model: 'dcim.device', where: 'o.id = any($1::bigint[])', keys: children });
  for (const [position, [key, before]] of [...(await storedRows(context, model, children))].entries())
    context.changes.noteUpdate(new Draft({ model, position, input: {}, key, before }));
  await moveChildren(
    children.filter((key) => !parents.includes(key)),
    context,
  );
}
