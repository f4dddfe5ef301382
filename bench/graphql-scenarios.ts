import type { Scenario } from './scenarios.ts';

const path = (query: string): string => `/graphql/?query=${encodeURIComponent(query)}`;

const devices = (limit: number): string =>
  path(`{device_list(pagination:{limit:${limit}}){id name interfaces{id name ip_addresses{id address}}}}`);

/** One parameter with the numbers from the first on. */
const ids = (name: string, count: number, first = 1): string =>
  Array.from({ length: count }, (_, index) => `${name}=${first + index}`).join('&');

/** The first devices with their 10 interfaces and 5 addresses each, in pages of a thousand. */
const devicesOverRest = (count: number): Pick<Scenario, 'path' | 'more'> => ({
  path: `/api/dcim/devices/?limit=${count}`,
  more: [
    ...pages(count, 100).map((first) => `/api/dcim/interfaces/?limit=1000&${ids('device_id', 100, first)}`),
    ...pages(count, 200).map(
      (first) => `/api/ipam/ip-addresses/?limit=1000&${ids('device_id', Math.min(200, count), first)}`,
    ),
  ],
});

/** What each page begins with. */
const pages = (count: number, size: number): number[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, index) => 1 + index * size);

/** Nested queries: devices with their interfaces and addresses, and three levels from sites down; the same over REST. */
export const graphqlScenarios: readonly Scenario[] = [
  { name: 'graphql-devices-100', path: devices(100) },
  { name: 'graphql-devices-100-over-rest', ...devicesOverRest(100) },
  { name: 'graphql-devices-1000', path: devices(1000), latency: 300 },
  { name: 'graphql-devices-1000-over-rest', ...devicesOverRest(1000) },
  { name: 'graphql-sites', path: path('{site_list(pagination:{limit:20}){id name racks{id name devices{id name}}}}') },
  {
    name: 'graphql-sites-over-rest',
    path: '/api/dcim/sites/?limit=20',
    more: [
      `/api/dcim/racks/?limit=1000&${ids('site_id', 20)}`,
      ...[0, 1000, 2000, 3000].map((offset) => `/api/dcim/devices/?limit=1000&offset=${offset}&${ids('site_id', 20)}`),
    ],
  },
];
