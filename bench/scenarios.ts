import { graphqlScenarios } from './graphql-scenarios.ts';

/** A request that is measured, with what it must reach. */
export interface Scenario {
  readonly name: string;
  readonly path: string;
  /** What is asked after it, one after the other: all of it together is what is measured. */
  readonly more?: readonly string[];
  /** Most milliseconds that one answer may take, at one connection. */
  readonly latency?: number;
  /** Fewest answers a second, at 16 connections. */
  readonly rate?: number;
  /** Whether others write to the database all the time, so that everything is counted again. */
  readonly written?: boolean;
}

/** Most megabytes that our process may hold when everything has been measured. */
export const memoryAim = 200;

export const scenarios: readonly Scenario[] = [
  { name: 'devices-50', path: '/api/dcim/devices/?limit=50', rate: 600 },
  { name: 'devices-50-written', path: '/api/dcim/devices/?limit=50', written: true },
  { name: 'devices-1000', path: '/api/dcim/devices/?limit=1000', latency: 20 },
  { name: 'interfaces-50', path: '/api/dcim/interfaces/?limit=50' },
  { name: 'interfaces-1000', path: '/api/dcim/interfaces/?limit=1000', latency: 40 },
  { name: 'interfaces-1000-written', path: '/api/dcim/interfaces/?limit=1000', written: true },
  { name: 'addresses-50', path: '/api/ipam/ip-addresses/?limit=50' },
  { name: 'addresses-1000', path: '/api/ipam/ip-addresses/?limit=1000' },
  { name: 'prefixes-50', path: '/api/ipam/prefixes/?limit=50' },
  { name: 'prefixes-1000', path: '/api/ipam/prefixes/?limit=1000' },
  { name: 'device', path: '/api/dcim/devices/10000/', latency: 2 },
  { name: 'interface', path: '/api/dcim/interfaces/50006/', latency: 2 },
  { name: 'count-devices', path: '/api/dcim/devices/?status=active&site=site-7&brief=true&limit=1', written: true },
  {
    name: 'count-interfaces',
    path: '/api/dcim/interfaces/?site=site-7&enabled=true&brief=true&limit=1',
    written: true,
  },
  { name: 'count-addresses', path: '/api/ipam/ip-addresses/?parent=10.1.0.0/16&brief=true&limit=1', written: true },
  ...graphqlScenarios,
];
