/** The enterprise: Lindenhof Instruments makes measuring instruments on a campus and runs two data centres. */
export const campus = 'Lindenhof Campus';

export interface SitePlan {
  readonly name: string;
  /** Begins the names of devices. */
  readonly code: string;
  /** The second octet of its addresses. */
  readonly octet: number;
}

export const sites: readonly SitePlan[] = [
  { name: campus, code: 'lin', octet: 16 },
  { name: 'Hamburg DC', code: 'ham', octet: 32 },
  { name: 'Bremen DC', code: 'bre', octet: 48 },
];

export const buildings = ['Foundry', 'Observatory', 'Orchard House', 'Workshop'] as const;
export const floors = 3;
export const accessPoints = 3;

/** Of each data centre: racks of servers, servers in each. */
export const computeRacks = 8;
export const servers = 7;

export const vlans = [
  { vid: 100, name: 'Servers', role: 'Production', vrf: 'Corporate', third: 0, bits: 22 },
  { vid: 110, name: 'Storage', role: 'Production', vrf: 'Corporate', third: 8, bits: 22 },
  { vid: 200, name: 'Voice', role: 'Offices', vrf: 'Corporate', third: 32, bits: 22 },
  { vid: 210, name: 'Clients', role: 'Offices', vrf: 'Corporate', third: 40, bits: 21 },
  { vid: 220, name: 'Laboratory', role: 'Offices', vrf: 'Corporate', third: 64, bits: 22 },
  { vid: 300, name: 'Guests', role: 'Guests', vrf: 'Guests', third: 96, bits: 22 },
  { vid: 900, name: 'Management', role: 'Management', vrf: 'Management', third: 192, bits: 22 },
] as const;

/** `10.32.192.17`: the host of a VLAN at a site. */
export function addressIn({ octet }: SitePlan, vid: number, host: number): string {
  const { third, bits } = vlans.find((vlan) => vlan.vid === vid)!;
  return `10.${octet}.${third + Math.floor(host / 256)}.${host % 256}/${bits}`;
}

/** Racks by the name that they have in NetBox's lists. */
export const computeRack = ({ code }: SitePlan, rack: number): string =>
  `${code}-${rack <= computeRacks / 2 ? 'a' : 'b'}${((rack - 1) % (computeRacks / 2)) + 1}`;
export const networkRack = ({ code }: SitePlan, side: number): string => `${code}-n${side}`;
export const floorRack = (building: number, floor: number): string => `lin-${building}-${floor}`;
export const coreRack = 'lin-core';
