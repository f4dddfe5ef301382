import type { TextKey } from '../../texts/text.ts';

/** What an object has to give away. */
export interface Allocation {
  readonly label: TextKey;
  /** Below the object's address in the API: what is free. */
  readonly path: string;
  /** What is made of it, and the field that takes it. */
  readonly model: string;
  readonly field: string;
  /** Fields of the object that what is made has in common with it. */
  readonly shared: readonly string[];
  /** The field that names the object itself. */
  readonly owner?: string;
  /** What is free is a block of which a part is taken. */
  readonly isBlock?: true;
}

const address: Allocation = {
  label: 'allocate.address',
  path: 'available-ips',
  model: 'ipam.ipaddress',
  field: 'address',
  shared: ['vrf', 'tenant'],
};

/** What can be allocated from objects of a model. */
export const allocations: Readonly<Record<string, readonly Allocation[]>> = {
  'ipam.prefix': [
    address,
    {
      label: 'allocate.prefix',
      path: 'available-prefixes',
      model: 'ipam.prefix',
      field: 'prefix',
      shared: ['vrf', 'tenant', 'scope_type', 'scope_id', 'vlan'],
      isBlock: true,
    },
  ],
  'ipam.iprange': [address],
  'ipam.vlangroup': [
    {
      label: 'allocate.vlan',
      path: 'available-vlans',
      model: 'ipam.vlan',
      field: 'vid',
      shared: ['tenant'],
      owner: 'group',
    },
  ],
  'ipam.asnrange': [
    { label: 'allocate.asn', path: 'available-asns', model: 'ipam.asn', field: 'asn', shared: ['rir', 'tenant'] },
  ],
};
