import type { Field } from '#fields/field.ts';

/** Words of field names that aren't written as words. */
const spelled: Readonly<Record<string, string>> = {
  a: 'A',
  asn: 'ASN',
  asns: 'ASNs',
  b: 'B',
  ca: 'CA',
  cid: 'CID',
  dns: 'DNS',
  fhrp: 'FHRP',
  http: 'HTTP',
  id: 'ID',
  ike: 'IKE',
  ip: 'IP',
  ip4: 'IPv4',
  ip6: 'IPv6',
  ips: 'IPs',
  ipsec: 'IPSec',
  json: 'JSON',
  l2vpn: 'L2VPN',
  lag: 'LAG',
  lan: 'LAN',
  lans: 'LANs',
  mac: 'MAC',
  mtu: 'MTU',
  nat: 'NAT',
  oob: 'OOB',
  pfs: 'PFS',
  poe: 'PoE',
  pp: 'PP',
  psk: 'PSK',
  qinq: 'Q-in-Q',
  rd: 'RD',
  rf: 'RF',
  rir: 'RIR',
  sa: 'SA',
  ssid: 'SSID',
  ssl: 'SSL',
  svlan: 'SVLAN',
  tx: 'TX',
  ui: 'UI',
  url: 'URL',
  vc: 'VC',
  vcpus: 'vCPUs',
  vdc: 'VDC',
  vdcs: 'VDCs',
  vid: 'VID',
  vlan: 'VLAN',
  vlans: 'VLANs',
  vm: 'VM',
  vrf: 'VRF',
  vrfs: 'VRFs',
  wwn: 'WWN',
  z: 'Z',
};

/** `primary_ip4` → `Primary IPv4` */
export function labelOf(name: string): string {
  const words = name.split('_').filter(Boolean);
  const text = words.map((word) => spelled[word] ?? word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a field is called: as it says itself, else by its name. */
export function fieldLabel(field: Field): string {
  return field.label ?? labelOf(field.name);
}
