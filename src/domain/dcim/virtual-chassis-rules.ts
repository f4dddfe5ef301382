import { countChanges } from '#operations/write/counters.ts';
import { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { forgetWhere } from '../config-context/forget-rendered.ts';
import { refuse } from './problem.ts';

/** Virtual chassis: the master is a member; a new one takes its master in; members that one loses lose their position. */
export const virtualChassisRules: ModelRules = {
  async validate(drafts, context) {
    const stored = drafts.filter((draft) => !draft.isNew && draft.get('master') !== null);
    if (stored.length === 0) return;
    const rows = await context.rows('select id, virtual_chassis_id, name from dcim_device where id = any($1)', [
      `{${stored.map((draft) => draft.get('master')).join(',')}}`,
    ]);
    const masters = new Map(rows.map(([key, ...facts]) => [key!, facts]));
    refuse(stored, (draft) => {
      const [chassis, name] = masters.get(draft.get('master')!) ?? [];
      return chassis === draft.key
        ? undefined
        : ['master', `The selected master (${name}) is not assigned to this virtual chassis.`];
    });
  },

  async saved(drafts, context) {
    const led = drafts.filter((draft) => draft.isNew && draft.get('master') !== null);
    const chassis = new Map(led.map((draft) => [draft.get('master')!, draft.key!]));
    // NetBox logs the chassis before its master joins: it has no member yet.
    await context.changes.close(context.registry.get('dcim.virtualchassis'), [...chassis.values()], context);
    await changeDevices([...chassis.keys()], context, (device) => {
      device.set('virtual_chassis', chassis.get(device.key!)!);
      device.set('vc_position', '1');
    });
  },

  async mayDelete(rows, { context }) {
    const split = await context.rows(
      `select distinct d.virtual_chassis_id, v.name from dcim_interface i join dcim_device d on d.id = i.device_id
       join dcim_interface l on l.id = i.lag_id join dcim_virtualchassis v on v.id = d.virtual_chassis_id
       where d.virtual_chassis_id = any($1) and l.device_id <> i.device_id`,
      [`{${rows.map(({ key }) => key).join(',')}}`],
    );
    return new Map(
      split.map(([key, name]) => [
        key!,
        `Unable to delete virtual chassis ${name}. One or more member interfaces form a cross-chassis LAG.`,
      ]),
    );
  },

  async deleting(rows, context) {
    const members = await context.rows('select id from dcim_device where virtual_chassis_id = any($1) order by id', [
      `{${rows.map(({ key }) => key).join(',')}}`,
    ]);
    await changeDevices(
      members.map(([key]) => key!),
      context,
      (device) => {
        device.set('vc_position', null);
        device.set('vc_priority', null);
      },
    );
  },
};

/** Changes devices as NetBox does on a chassis' behalf: logged without what they were before. */
async function changeDevices(
  keys: readonly string[],
  context: WriteContext,
  change: (device: Draft) => void,
): Promise<void> {
  if (keys.length === 0) return;
  const model = context.registry.get('dcim.device');
  const stored = await storedRows(context, model, keys, { lock: true });
  const drafts = [...stored].map(([key, before], position) => new Draft({ model, position, input: {}, key, before }));
  for (const draft of drafts) change(draft);
  const column = (name: string) => `{${drafts.map((draft) => draft.get(name) ?? 'null').join(',')}}`;
  await context.rows(
    `update dcim_device d set virtual_chassis_id = v.chassis, vc_position = v.position, vc_priority = v.priority, last_updated = $5::timestamptz
     from unnest($1::bigint[], $2::bigint[], $3::int[], $4::smallint[]) v(id, chassis, position, priority) where d.id = v.id`,
    [
      `{${drafts.map(({ key }) => key).join(',')}}`,
      column('virtual_chassis'),
      column('vc_position'),
      column('vc_priority'),
      context.now,
    ],
  );
  await forgetWhere(context, { model: 'dcim.device', where: 'o.id = any($1::bigint[])', keys });
  await countChanges(context, model, drafts);
  for (const draft of drafts) context.changes.noteUpdate(draft);
  await context.changes.close(
    model,
    drafts.map(({ key }) => key!),
    context,
  );
}
