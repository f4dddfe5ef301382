import { BlockList, isIPv6 } from 'node:net';

/** Whether the address lies in one of the networks of a `cidr[]` (`{10.0.0.0/8,2001:db8::/32}`). */
export function addressAllowed(address: string, networks: string): boolean {
  const list = new BlockList();
  for (const network of networks.slice(1, -1).split(',')) {
    const [base, length] = network.split('/') as [string, string];
    list.addSubnet(base, Number(length), family(base));
  }
  return list.check(address, family(address));
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');
