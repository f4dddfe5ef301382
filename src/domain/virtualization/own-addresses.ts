import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

const families = [4, 6] as const;

/** Primary addresses are of their family and the machine's own: assigned to one of its interfaces, or translated there. */
export async function ownAddresses(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const keys = drafts.flatMap((draft) => families.flatMap((family) => draft.get(`primary_ip${family}`) ?? []));
  if (keys.length === 0) return;
  const rows = await context.rows(
    `select a.id, family(a.address), i.virtual_machine_id, j.virtual_machine_id from ipam_ipaddress a
     left join ipam_ipaddress n on n.id = a.nat_inside_id
     left join virtualization_vminterface i on a.assigned_object_type_id = $2 and i.id = a.assigned_object_id
     left join virtualization_vminterface j on n.assigned_object_type_id = $2 and j.id = n.assigned_object_id
     where a.id = any($1)`,
    [`{${keys.join(',')}}`, context.contentTypes.id('virtualization.vminterface')!],
  );
  const addresses = new Map(rows.map(([key, ...facts]) => [key!, facts]));
  for (const draft of drafts)
    for (const family of families) {
      const field = `primary_ip${family}`;
      const address = addresses.get(draft.get(field) ?? '');
      if (!address || draft.errors.any) continue;
      const [version, ...machines] = address;
      if (Number(version) !== family) draft.errors.add(field, `Must be an IPv${family} address.`);
      else if (draft.isNew || !machines.includes(draft.key!))
        draft.errors.add(field, 'The specified IP address is not assigned to this VM.');
    }
}
