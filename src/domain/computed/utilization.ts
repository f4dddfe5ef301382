import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';
import { rounded } from './rounded.ts';

/** The share of a VLAN group's ids that are taken, as a text of per cent with up to two places: `"0.1"`. */
export const utilization: Computed = ({ name, model }) => ({
  name,
  columns: [keyColumn(model), 'total_vlan_ids'],
  bind(at) {
    const totalPlace = at('total_vlan_ids');
    return {
      async load(rows, context) {
        const counts = await context.rows(
          'select group_id, count(*) from ipam_vlan where group_id = any($1) group by 1',
          [`{${rows.map((row) => row[0]).join(',')}}`],
        );
        return new Map(counts as [string, string][]);
      },
      text(row, state) {
        const total = Number(row[totalPlace]);
        if (total === 0) return 'null';
        const count = Number((state as ReadonlyMap<string, string>).get(row[0]!) ?? 0);
        return `"${rounded((count * 100) / total)}"`;
      },
    };
  },
});
