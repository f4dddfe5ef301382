import { quoted } from '#fields/json-text.ts';
import { keysAt } from '#operations/read/parts/relation.ts';
import type { Computed } from '#operations/read/shapes.ts';

/** The text of the primary MAC address, or null. */
export const macAddress: Computed = ({ name, shapes }) => ({
  name,
  columns: ['primary_mac_address_id'],
  bind(at) {
    const place = at('primary_mac_address_id');
    return {
      load: (rows, context) =>
        context.load(shapes.of(shapes.registry.get('dcim.macaddress'), 'display'), keysAt(rows, place)),
      text(row, state) {
        const text = row[place] == null ? undefined : (state as ReadonlyMap<string, string>).get(row[place]);
        return text === undefined ? 'null' : quoted(text);
      },
    };
  },
});
