import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';

/** Whether the interface that has the MAC address calls it its primary one. */
export const isPrimary: Computed = ({ name, model, shapes }) => ({
  name,
  columns: [keyColumn(model), 'assigned_object_type_id', 'assigned_object_id'],
  bind(at) {
    const typePlace = at('assigned_object_type_id');
    const idPlace = at('assigned_object_id');
    return {
      async load(rows, context) {
        const keys = `{${rows.map((row) => row[0]).join(',')}}`;
        const primaries = new Set<string>();
        await Promise.all(
          shapes.registry.genericSources(model).map(async (source) => {
            const type = context.contentTypes.id(source.name);
            const found = await context.rows(
              `select primary_mac_address_id, id from ${source.table} where primary_mac_address_id = any($1)`,
              [keys],
            );
            for (const [mac, id] of found) primaries.add(`${mac} ${type} ${id}`);
          }),
        );
        return primaries;
      },
      text: (row, state) => String((state as ReadonlySet<string>).has(`${row[0]} ${row[typePlace]} ${row[idPlace]}`)),
    };
  },
});
