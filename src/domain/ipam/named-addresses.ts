import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { networkOf } from './network-of.ts';

/** Interfaces that addresses are assigned to, by model: the relation to what owns them, and the owner's special addresses. */
const owners = [
  { interfaces: 'dcim.interface', owner: 'dcim.device', via: 'device_id', hasOutOfBand: true },
  {
    interfaces: 'virtualization.vminterface',
    owner: 'virtualization.virtualmachine',
    via: 'virtual_machine_id',
    hasOutOfBand: false,
  },
] as const;

/** Refuses to move addresses away from a device or virtual machine that names them as its primary or out-of-band address. */
export async function namedAddresses(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const moved = drafts.filter(
    (draft) =>
      draft.was('assigned_object_id') !== null &&
      (draft.changed('assigned_object_type') || draft.changed('assigned_object_id')),
  );
  if (moved.length === 0) return;
  for (const { interfaces, owner, via, hasOutOfBand } of owners) {
    const type = context.contentTypes.id(interfaces)!;
    const from = moved.filter((draft) => draft.was('assigned_object_type') === type);
    if (from.length === 0) continue;
    const ids = (which: 'get' | 'was') =>
      `{${from.map((draft) => (draft[which]('assigned_object_type') === type ? draft[which]('assigned_object_id')! : 'NULL')).join(',')}}`;
    const rows = await context.rows(
      `select v.address, o.primary_ip4_id = v.address, o.primary_ip6_id = v.address, ${hasOutOfBand ? 'o.oob_ip_id = v.address' : 'false'}
       from unnest($1::bigint[], $2::bigint[], $3::bigint[]) v(address, was, now)
       join ${context.registry.get(interfaces).table} i on i.id = v.was
       join ${context.registry.get(owner).table} o on o.id = i.${via}
       left join ${context.registry.get(interfaces).table} j on j.id = v.now
       where j.${via} is distinct from i.${via}`,
      [`{${from.map(({ key }) => key).join(',')}}`, ids('was'), ids('get')],
    );
    const named = new Map(rows.map(([key, ...flags]) => [key!, flags.map((flag) => flag === 't')]));
    for (const draft of from) {
      const [isPrimary4, isPrimary6, isOutOfBand] = named.get(draft.key!) ?? [];
      const isPrimary = networkOf(draft, 'address').family === 4 ? isPrimary4 : isPrimary6;
      if (isPrimary || isOutOfBand)
        draft.errors.add(
          wholeObject,
          `Cannot reassign IP address while it is designated as the ${isPrimary ? 'primary' : 'OOB'} IP for the parent object`,
        );
    }
  }
}
