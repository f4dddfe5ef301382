import type { Behaviour } from '#query/filters/behaviour.ts';
import { not, or } from '#query/tree.ts';
import { isThere, onPath } from './on-path.ts';

/** Filters of platforms. */
export const platforms = {
  /** Platforms of the device type's manufacturer, and those of none. */
  getForDeviceType: async (input) => {
    const where = Object.freeze({
      op: 'compare',
      field: undefined,
      lookup: 'exact',
      values: [input.values[0]!],
    } as const);
    const [row] = await input.find({ model: input.registry.get('dcim.devicetype'), where, fields: ['manufacturer'] });
    return or(not(isThere(input, 'manufacturer')), onPath(input, 'manufacturer', [row?.[0] ?? '0']));
  },
} satisfies Record<string, Behaviour>;
