import type { Computed } from '#operations/read/shapes.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { columnsPart } from './columns-part.ts';

/** The first column that holds an address or a network. */
function addressColumn(model: Model): string {
  for (const field of model.fields.values())
    if (field.kind.name === 'ipAddress' || field.kind.name === 'ipNetwork') return columnOf(field)!;
  throw new Error(`${model.name} has no address`);
}

const familyOf = (address: string | null): 4 | 6 => (address!.includes(':') ? 6 : 4);

/** The address family with its label. */
export const family: Computed = ({ name, model }) =>
  columnsPart(name, [addressColumn(model)], ([address]) => {
    const value = familyOf(address!);
    return `{"value":${value},"label":"IPv${value}"}`;
  });

/** The address family as a bare number. */
export const familyPlain: Computed = ({ name, model }) =>
  columnsPart(name, [addressColumn(model)], ([address]) => String(familyOf(address!)));
