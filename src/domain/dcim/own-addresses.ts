import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** An address that is an object's own, and its family where only one is right. */
interface Named {
  readonly field: string;
  readonly family?: number;
}

const primary: readonly Named[] = [
  { field: 'primary_ip4', family: 4 },
  { field: 'primary_ip6', family: 6 },
];

/**
 * Addresses of a device, or of a virtual context on one, are assigned to its interfaces, or to interfaces of its virtual
 * chassis that are not for management alone; a device's may be translated there.
 */
export async function ownAddresses(
  drafts: readonly Draft[],
  { context, of }: { context: WriteContext; of: 'device' | 'context' },
): Promise<void> {
  const named = of === 'device' ? [...primary, { field: 'oob_ip' }] : primary;
  const keys = drafts.flatMap((draft) => named.flatMap(({ field }) => draft.get(field) ?? []));
  if (keys.length === 0) return;
  const rows = await context.rows(
    `select a.id, family(a.address), i.device_id, i.mgmt_only, d.virtual_chassis_id, j.device_id, j.mgmt_only, e.virtual_chassis_id
     from ipam_ipaddress a left join ipam_ipaddress n on n.id = a.nat_inside_id
     left join dcim_interface i on a.assigned_object_type_id = $2 and i.id = a.assigned_object_id
     left join dcim_device d on d.id = i.device_id
     left join dcim_interface j on n.assigned_object_type_id = $2 and j.id = n.assigned_object_id
     left join dcim_device e on e.id = j.device_id
     where a.id = any($1)`,
    [`{${keys.join(',')}}`, context.contentTypes.id('dcim.interface')!],
  );
  const addresses = new Map(rows.map(([key, ...facts]) => [key!, facts]));
  const chassis = of === 'device' ? undefined : await chassisOfDevices(drafts, context);
  for (const draft of drafts)
    for (const { field, family } of named) {
      const address = addresses.get(draft.get(field) ?? '');
      if (!address || draft.errors.any) continue;
      const [version, ...places] = address;
      const device = of === 'device' ? (draft.key ?? null) : draft.get('device');
      const group = chassis ? (chassis.get(device ?? '') ?? null) : draft.get('virtual_chassis');
      const isOwn = (at: number) =>
        (device !== null && places[at] === device) ||
        (group !== null && places[at + 2] === group && places[at + 1] === 'f');
      if (family !== undefined && Number(version) !== family)
        draft.errors.add(field, `Must be an IPv${family} address.`);
      else if (!isOwn(0) && !(of === 'device' && isOwn(3)))
        draft.errors.add(field, 'The specified IP address is not assigned to this device.');
    }
}

async function chassisOfDevices(
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await context.rows('select id, virtual_chassis_id from dcim_device where id = any($1)', [
    `{${drafts.flatMap((draft) => draft.get('device') ?? []).join(',')}}`,
  ]);
  return new Map(rows.map(([key, chassis]) => [key!, chassis ?? null]));
}
