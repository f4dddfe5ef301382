import { interfaceType } from '#models/dcim/choices/interface-type.ts';

const typesIn = (...groups: readonly string[]): ReadonlySet<string> =>
  new Set(
    interfaceType.entries.flatMap((entry) =>
      'group' in entry && groups.includes(entry.group) ? entry.choices.map(([value]) => String(value)) : [],
    ),
  );

const wireless = typesIn('Wireless', 'Cellular');
const virtual = typesIn('Virtual interfaces');

/** Whether interfaces of this type send through the air. */
export const isWireless = (type: string): boolean => wireless.has(type);

/** Whether interfaces of this type take no cable: wireless and virtual ones, and channels. */
export const cannotBeCabled = (type: string): boolean => wireless.has(type) || virtual.has(type);
