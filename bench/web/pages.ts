/** A page of the interface, and what is on the screen when it can be used. */
export interface MeasuredPage {
  readonly name: string;
  readonly path: string;
  /** A selector of what the page is opened for. */
  readonly ready: string;
  /** NetBox 4.7.3's answer alone, in milliseconds, before its browser begins to draw; where it was measured. */
  readonly netbox?: number;
}

export const pages: readonly MeasuredPage[] = [
  { name: 'overview', path: '/', ready: 'main h2' },
  { name: 'devices', path: '/dcim/devices/', ready: 'main tr[data-href]', netbox: 289 },
  { name: 'a device', path: '/dcim/devices/1/', ready: 'main dl dd a' },
  { name: 'prefixes', path: '/ipam/prefixes/', ready: 'main tr[data-href]', netbox: 382 },
  { name: 'a site', path: '/dcim/sites/1/', ready: 'main dl dd' },
  { name: 'a rack', path: '/dcim/racks/1/', ready: 'main ol[aria-label] li' },
];

/** The list whose scrolling is measured. */
export const longList: MeasuredPage = { name: 'addresses', path: '/ipam/ip-addresses/', ready: 'main tr[data-href]' };
