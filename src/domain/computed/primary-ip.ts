import type { ReadContext } from '#operations/read/context.ts';
import type { Row } from '#operations/read/row.ts';
import type { Computed } from '#operations/read/shapes.ts';

/** The primary address: of the family that PREFER_IPV4 names, else of the other. */
export const primaryIp: Computed = ({ name, shapes }) => ({
  name,
  columns: ['primary_ip4_id', 'primary_ip6_id'],
  bind(at) {
    const four = at('primary_ip4_id');
    const six = at('primary_ip6_id');
    const keyOf = (row: Row, { settings }: ReadContext) =>
      settings.PREFER_IPV4 ? (row[four] ?? row[six]) : (row[six] ?? row[four]);
    return {
      load: (rows, context) =>
        context.load(
          shapes.of(shapes.registry.get('ipam.ipaddress'), 'primary'),
          rows.flatMap((row) => keyOf(row, context) ?? []),
        ),
      text(row, state, context) {
        const key = keyOf(row, context);
        return (key && (state as ReadonlyMap<string, string>).get(key)) ?? 'null';
      },
    };
  },
});
