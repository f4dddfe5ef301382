import { type DemoNetwork, numbers, slugged } from './network.ts';
import {
  buildings,
  campus,
  computeRack,
  computeRacks,
  coreRack,
  floorRack,
  floors,
  networkRack,
  sites,
} from './plan.ts';

/** Regions, sites, their halls, buildings and floors, and racks in them. */
export async function addPlaces(net: DemoNetwork): Promise<void> {
  // ---- Regions and sites
  await net.add('dcim.region', [slugged('Northern Germany')]);
  const north = net.id('dcim.region', 'Northern Germany');
  await net.add(
    'dcim.region',
    ['Heath', 'Elbe', 'Weser'].map((name) => ({ ...slugged(name), parent: north })),
  );
  await net.add('dcim.sitegroup', [slugged('Offices and factories'), slugged('Data centres')]);
  const operations = net.id('tenancy.tenant', 'IT Operations');
  await net.add(
    'dcim.site',
    sites.map(({ name, code }, index) => ({
      ...slugged(name),
      facility: code.toUpperCase(),
      region: net.id('dcim.region', ['Heath', 'Elbe', 'Weser'][index]!),
      group: net.id('dcim.sitegroup', name === campus ? 'Offices and factories' : 'Data centres'),
      tenant: operations,
      time_zone: 'Europe/Berlin',
      physical_address: ['Lindenhof 1, Lüneburg', 'Speicherweg 14, Hamburg', 'Am Fallturm 3, Bremen'][index],
      latitude: [53.2464, 53.5436, 53.1106][index],
      longitude: [10.4115, 9.9886, 8.8586][index],
      tags: index === 0 ? [] : [net.id('extras.tag', 'Critical')],
      custom_fields: { cost_centre: 1110 + index },
    })),
  );
  const [home, ...centres] = sites;

  // ---- Halls, buildings, floors
  const homeId = net.id('dcim.site', campus);
  await net.add('dcim.location', [
    ...buildings.map((name) => ({ ...slugged(name), site: homeId })),
    { ...slugged('Core room'), site: homeId, facility: 'Cellar of the Foundry' },
    ...centres.map(({ name }) => ({ ...slugged(`${name} hall`), site: net.id('dcim.site', name) })),
  ]);
  await net.add('dcim.location', [
    ...buildings.flatMap((building) =>
      numbers(floors).map((floor) => ({
        ...slugged(`${building} floor ${floor}`),
        site: homeId,
        parent: net.id('dcim.location', building),
      })),
    ),
    ...centres.flatMap(({ name }) =>
      ['row A', 'row B', 'network row'].map((row) => ({
        ...slugged(`${name} ${row}`),
        site: net.id('dcim.site', name),
        parent: net.id('dcim.location', `${name} hall`),
      })),
    ),
  ]);

  // ---- Racks
  await net.add('dcim.rackrole', [
    { ...slugged('Servers'), color: '2196f3' },
    { ...slugged('Network'), color: '4caf50' },
    { ...slugged('Floor distribution'), color: 'ffc107' },
  ]);
  const types = await net.add('dcim.racktype', [
    rackType(net, { model: 'Ladder 42', form_factor: '4-post-cabinet', u_height: 42, outer_width: 600 }),
    rackType(net, { model: 'Nook 15', form_factor: 'wall-cabinet', u_height: 15, outer_width: 550 }),
  ]);
  const rack = (name: string, place: { site: string; location: string; role: string; type?: number }) => ({
    name,
    site: net.id('dcim.site', place.site),
    location: net.id('dcim.location', place.location),
    role: net.id('dcim.rackrole', place.role),
    rack_type: place.type ?? types[0],
    tenant: operations,
  });
  await net.add('dcim.rack', [
    ...centres.flatMap((site) => [
      ...numbers(computeRacks).map((number) =>
        rack(computeRack(site, number), {
          site: site.name,
          location: `${site.name} row ${number <= computeRacks / 2 ? 'A' : 'B'}`,
          role: 'Servers',
        }),
      ),
      ...[1, 2].map((side) =>
        rack(networkRack(site, side), { site: site.name, location: `${site.name} network row`, role: 'Network' }),
      ),
    ]),
    rack(coreRack, { site: home!.name, location: 'Core room', role: 'Network' }),
    ...buildings.flatMap((building, index) =>
      numbers(floors).map((floor) =>
        rack(floorRack(index + 1, floor), {
          site: home!.name,
          location: `${building} floor ${floor}`,
          role: 'Floor distribution',
          type: types[1]!,
        }),
      ),
    ),
  ]);
}

const rackType = (net: DemoNetwork, { model, ...more }: { model: string; [property: string]: unknown }) => ({
  manufacturer: net.id('dcim.manufacturer', 'Tallow & Pine'),
  model,
  slug: slugged(`tallow-pine-${model}`).slug,
  width: 19,
  outer_unit: 'mm',
  ...more,
});
