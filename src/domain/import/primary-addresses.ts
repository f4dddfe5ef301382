import { type ImportRow, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';
import { changeObjects } from './change-objects.ts';
import { takeTruth } from './take-cell.ts';

const wanted = new WeakMap<ImportRow, Set<string>>();

/** Addresses that become the primary one, or the one out of band, of what their interface belongs to. */
export const primaryAddresses: ImportRule = {
  columns: [
    { name: 'is_primary', hint: 'Whether it becomes the primary address of its device or machine' },
    { name: 'is_oob', hint: 'Whether it becomes the address out of band of its device' },
  ],
  async read(rows) {
    for (const row of rows)
      for (const column of ['is_primary', 'is_oob'])
        if (takeTruth(row, column)) wanted.set(row, (wanted.get(row) ?? new Set()).add(column));
  },
  async written(rows, { context }) {
    const asking = rows.filter((row) => wanted.has(row));
    if (asking.length === 0) return;
    const found = await context.rows(
      `select a.id, family(a.address), i.device_id, v.virtual_machine_id
        from ipam_ipaddress a
        left join django_content_type c on c.id = a.assigned_object_type_id
        left join dcim_interface i on c.app_label = 'dcim' and c.model = 'interface' and i.id = a.assigned_object_id
        left join virtualization_vminterface v
          on c.app_label = 'virtualization' and c.model = 'vminterface' and v.id = a.assigned_object_id
        where a.id = any($1)`,
      [`{${asking.map(({ id }) => id).join(',')}}`],
    );
    const changes: Record<'dcim.device' | 'virtualization.virtualmachine', Map<string, Record<string, unknown>>> = {
      'dcim.device': new Map(),
      'virtualization.virtualmachine': new Map(),
    };
    for (const [id, family, device, machine] of found) {
      const row = asking.find((one) => one.id === id)!;
      const owner = device ?? machine;
      if (!owner) {
        refuseCell(row, 'is_primary', 'The address belongs to no interface of a device or machine.');
        continue;
      }
      const of = changes[device ? 'dcim.device' : 'virtualization.virtualmachine'];
      const change = of.get(owner) ?? { id: Number(owner) };
      of.set(owner, change);
      if (wanted.get(row)!.has('is_primary')) change[`primary_ip${family}`] = Number(id);
      if (wanted.get(row)!.has('is_oob') && device) change.oob_ip = Number(id);
    }
    for (const [name, of] of Object.entries(changes)) await changeObjects({ context }, name, [...of.values()]);
  },
};
