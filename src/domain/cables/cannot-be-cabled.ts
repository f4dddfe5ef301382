import { interfaceType } from '#models/dcim/choices.ts';

const groups = new Set(['Virtual interfaces', 'Wireless', 'Cellular']);

const types: ReadonlySet<string> = new Set(
  interfaceType.entries.flatMap((entry) =>
    'group' in entry && groups.has(entry.group) ? entry.choices.map(([value]) => String(value)) : [],
  ),
);

/** Whether interfaces of this type take no cable: virtual ones, channels, and those that go through the air. */
export const cannotBeCabled = (type: string): boolean => types.has(type);
