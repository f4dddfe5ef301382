import { shaping } from '../parameters.ts';
import { type Addressed, anything, listOf, type Making, oneOrMore } from './endpoint.ts';

/** What is free, and taking of it. */
export function freeSpaceEndpoints({ served, parts, below }: Making): Addressed[] {
  return (
    [
      ['ipam/asn-ranges', 'available-asns', 'AvailableASN', 'ipam/asns', 'AvailableASNRequest'],
      ['ipam/ip-ranges', 'available-ips', 'AvailableIP', 'ipam/ip-addresses', 'AvailableIPRequestRequest'],
      ['ipam/prefixes', 'available-ips', 'AvailableIP', 'ipam/ip-addresses', 'AvailableIPRequestRequest'],
      ['ipam/prefixes', 'available-prefixes', 'AvailablePrefix', 'ipam/prefixes', 'CreateAvailablePrefixRequest'],
      ['ipam/vlan-groups', 'available-vlans', 'AvailableVLAN', 'ipam/vlans', 'CreateAvailableVLANRequest'],
    ] as const
  ).map(([path, action, shown, made, given]) =>
    below(path, action, (key) => ({
      get: [
        'list',
        {
          summary: 'What is still free in here.',
          parameters: [key, ...shaping],
          responses: { 200: listOf(parts(shown)) },
        },
      ],
      post: [
        'create',
        {
          summary: 'Take the first that are free: one for every object given.',
          parameters: [key],
          body: { schema: oneOrMore(parts(given)), required: true },
          responses: { 201: oneOrMore(served(made)), 409: anything },
        },
      ],
    })),
  );
}
