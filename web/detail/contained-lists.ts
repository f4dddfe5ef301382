import type { RestObject } from '../api/rest.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import type { TextKey } from '../texts/text.ts';

/** A list that an object leads to by what it contains: no relation says so. */
export interface ContainedList {
  readonly model: string;
  readonly label: TextKey;
  readonly filters: readonly ActiveFilter[];
}

/** The lists of what lies within an object, by its model. */
export function containedLists(model: string, object: RestObject): readonly ContainedList[] {
  return contained[model]?.(object) ?? [];
}

const filter = (name: string, value: unknown): ActiveFilter => ({ name, lookup: '', values: [String(value)] });
const vrf = ({ vrf: own }: RestObject) => filter('vrf_id', own ? (own as { id: number }).id : 'null');

const contained: Readonly<Record<string, (object: RestObject) => readonly ContainedList[]>> = {
  'ipam.prefix': (object) => [
    {
      model: 'ipam.prefix',
      label: 'contained.prefixes',
      filters: [filter('within', object.prefix), vrf(object)],
    },
    { model: 'ipam.ipaddress', label: 'contained.addresses', filters: [filter('parent', object.prefix), vrf(object)] },
    { model: 'ipam.iprange', label: 'contained.ranges', filters: [filter('parent', object.prefix), vrf(object)] },
  ],
  'ipam.aggregate': (object) => [
    { model: 'ipam.prefix', label: 'contained.prefixes', filters: [filter('within_include', object.prefix)] },
  ],
};
