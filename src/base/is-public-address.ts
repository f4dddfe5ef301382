import { BlockList, isIP } from 'node:net';

/** Ranges that lead to ourselves, to the network behind us or to nobody: IANA's registries of special addresses. */
const inside = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]) {
  const [address, bits] = range.split('/');
  inside.addSubnet(address!, Number(bits), 'ipv4');
}
/** What anybody in the world may be given as an address of version 6, and parts of it that lead elsewhere. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const detours = new BlockList();
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  detours.addSubnet(address, bits, 'ipv6');

/** Whether an address is one of the public internet: not ours, not of a private network, not reserved for anything. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !inside.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !detours.check(address, 'ipv6');
    default:
      return false;
  }
}
