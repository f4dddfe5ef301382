import { type ImportRow, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';
import { changeObjects } from './change-objects.ts';
import { takeTruth } from './take-cell.ts';

const wanted = new WeakSet<ImportRow>();
const interfaces = ['dcim.interface', 'virtualization.vminterface'];

/** MAC addresses that become the primary one of their interface. */
export const primaryMacs: ImportRule = {
  columns: [{ name: 'is_primary', hint: 'Whether it becomes the primary one of its interface' }],
  async read(rows) {
    for (const row of rows) if (takeTruth(row, 'is_primary')) wanted.add(row);
  },
  async written(rows, where) {
    const asking = rows.filter((row) => wanted.has(row));
    if (asking.length === 0) return;
    const found = await where.context.rows(
      `select a.id, c.app_label || '.' || c.model, a.assigned_object_id from dcim_macaddress a
        left join django_content_type c on c.id = a.assigned_object_type_id where a.id = any($1)`,
      [`{${asking.map(({ id }) => id).join(',')}}`],
    );
    const owners = new Map(found.map(([id, type, owner]) => [id!, { type, owner }]));
    for (const row of asking)
      if (!interfaces.includes(owners.get(row.id!)?.type ?? ''))
        refuseCell(row, 'is_primary', 'The address belongs to no interface.');
    for (const name of interfaces) {
      const own = [...owners].filter(([, { type }]) => type === name);
      await changeObjects(
        where,
        name,
        own.map(([id, { owner }]) => ({ id: Number(owner), primary_mac_address: Number(id) })),
      );
    }
  },
};
