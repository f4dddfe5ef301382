import type { Scenario } from './scenarios.ts';

const path = (query: string): string => `/graphql/?query=${encodeURIComponent(query)}`;

const devices = (limit: number): string =>
  path(`{device_list(pagination:{limit:${limit}}){id name interfaces{id name ip_addresses{id address}}}}`);

/** Nested queries: devices with their interfaces and addresses, and three levels from sites down. */
export const graphqlScenarios: readonly Scenario[] = [
  { name: 'graphql-devices-100', path: devices(100) },
  { name: 'graphql-devices-1000', path: devices(1000), latency: 300 },
  { name: 'graphql-sites', path: path('{site_list(pagination:{limit:20}){id name racks{id name devices{id name}}}}') },
];
