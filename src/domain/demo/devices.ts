import { type Body, type DemoNetwork, numbers, slugged } from './network.ts';
import {
  accessPoints,
  buildings,
  campus,
  computeRack,
  computeRacks,
  coreRack,
  floorRack,
  floors,
  networkRack,
  type SitePlan,
  servers,
  sites,
} from './plan.ts';

interface Place {
  readonly site: string;
  readonly rack?: string;
  readonly location?: string;
  readonly position?: number;
}

const roles = [
  ['Access switch', '4caf50'],
  ['Leaf switch', '8bc34a'],
  ['Spine switch', '009688'],
  ['Management switch', 'cddc39'],
  ['Router', 'f44336'],
  ['Firewall', 'ff5722'],
  ['Console server', '795548'],
  ['Server', '2196f3'],
  ['Patch panel', '9e9e9e'],
  ['Power strip', '607d8b'],
  ['Access point', '00bcd4'],
  ['Wireless bridge', '3f51b5'],
] as const;

const platforms = [
  ['NorrOS 7', 'Norrvik Networks'],
  ['Bastion OS 12', 'Redoubt'],
  ['Debian 13', null],
  ['Wren firmware', 'Skylark Wireless'],
] as const;

/** What each role is made of. */
const models: Readonly<Record<string, readonly [model: string, platform?: string]>> = {
  'Access switch': ['Fjord 48P', 'NorrOS 7'],
  'Leaf switch': ['Sund 48X', 'NorrOS 7'],
  'Spine switch': ['Tind 32C', 'NorrOS 7'],
  'Management switch': ['Vik 24M', 'NorrOS 7'],
  Router: ['Elv R8', 'NorrOS 7'],
  Firewall: ['Bastion 700', 'Bastion OS 12'],
  'Console server': ['Brygge T32'],
  Server: ['Q20 server', 'Debian 13'],
  'Power strip': ['Strip 30'],
  'Access point': ['Wren 6', 'Wren firmware'],
  'Wireless bridge': ['Kestrel 60'],
};

/** What devices do, and what runs on them. */
export async function addRoles(net: DemoNetwork): Promise<void> {
  await net.add(
    'dcim.devicerole',
    roles.map(([name, color]) => ({ ...slugged(name), color, vm_role: name === 'Server' })),
  );
  await net.add(
    'dcim.platform',
    platforms.map(([name, maker]) => ({
      ...slugged(name),
      manufacturer: maker === null ? null : net.id('dcim.manufacturer', maker),
    })),
  );
}

/** About 300 devices; their components come from their types. */
export async function addDevices(net: DemoNetwork): Promise<void> {
  const devices: Body[] = [];
  const device = (name: string, role: string, { site, rack, location, position }: Place, more: Body = {}) => {
    const [model, platform] = models[role] ?? [];
    devices.push({
      name,
      role: net.id('dcim.devicerole', role),
      device_type: net.id('dcim.devicetype', model ?? String(more.model)),
      platform: platform === undefined ? null : net.id('dcim.platform', platform),
      site: net.id('dcim.site', site),
      location: location === undefined ? null : net.id('dcim.location', location),
      rack: rack === undefined ? null : net.id('dcim.rack', rack),
      position: position ?? null,
      face: position === undefined ? null : 'front',
      tenant: net.id('tenancy.tenant', 'IT Operations'),
      serial: serialOf(name),
      ...more,
    });
  };
  for (const site of sites.slice(1)) addDataCentre(net, site, device);
  addCampus(device);
  await net.add('dcim.device', devices);
  await net.learnComponents();
}

type AddDevice = (name: string, role: string, place: Place, more?: Body) => void;

function addDataCentre(net: DemoNetwork, site: SitePlan, device: AddDevice): void {
  const { name, code } = site;
  const lines = ['Optical Sensors', 'Weighing Systems', 'Acoustics', 'Finance'];
  for (const number of numbers(computeRacks)) {
    const place = { site: name, rack: computeRack(site, number) };
    device(`${place.rack}-panel`, 'Patch panel', { ...place, position: 42 }, { model: 'Fibre panel 24' });
    device(`${place.rack}-msw`, 'Management switch', { ...place, position: 40 });
    for (const n of numbers(servers))
      device(
        `${place.rack}-srv-${n}`,
        'Server',
        { ...place, position: n * 2 },
        {
          tenant: net.id('tenancy.tenant', lines[number % lines.length]!),
          cluster: number <= 4 ? net.id('virtualization.cluster', `${code}-compute`) : null,
          tags: [net.id('extras.tag', 'Monitored')],
          custom_fields: { support_level: number % 3 === 0 ? '4h' : 'nbd', support_ends: `202${7 + (n % 3)}-12-31` },
        },
      );
    for (const feed of ['a', 'b']) device(`${place.rack}-pdu-${feed}`, 'Power strip', place);
  }
  for (const side of [1, 2]) {
    const place = { site: name, rack: networkRack(site, side) };
    const critical = { tags: [net.id('extras.tag', 'Critical'), net.id('extras.tag', 'Monitored')] };
    for (const n of numbers(computeRacks / 2))
      device(`${place.rack}-panel-${n}`, 'Patch panel', { ...place, position: 43 - n }, { model: 'Fibre panel 24' });
    for (const n of [1, 2])
      device(`${code}-leaf-${(side - 1) * 2 + n}`, 'Leaf switch', { ...place, position: 36 - n * 2 });
    device(`${code}-spine-${side}`, 'Spine switch', { ...place, position: 28 }, critical);
    device(`${code}-rtr-${side}`, 'Router', { ...place, position: 24 }, critical);
    device(`${code}-fw-${side}`, 'Firewall', { ...place, position: 20 }, critical);
    device(`${code}-con-${side}`, 'Console server', { ...place, position: 16 });
    for (const feed of ['a', 'b']) device(`${place.rack}-pdu-${feed}`, 'Power strip', place);
  }
}

function addCampus(device: AddDevice): void {
  const core = { site: campus, rack: coreRack };
  for (const [index, building] of buildings.entries()) {
    const number = index + 1;
    device(`lin-core-panel-${number}`, 'Patch panel', { ...core, position: 43 - number }, { model: 'Fibre panel 24' });
    for (const floor of numbers(floors)) {
      const place = { site: campus, rack: floorRack(number, floor) };
      const code = `lin-${number}-${floor}`;
      device(`${code}-asw`, 'Access switch', { ...place, position: 8 });
      device(`${code}-panel`, 'Patch panel', { ...place, position: 10 }, { model: 'Copper panel 24' });
      if (floor === 1)
        device(`lin-${number}-fibre`, 'Patch panel', { ...place, position: 12 }, { model: 'Fibre panel 24' });
      for (const n of numbers(accessPoints))
        device(`${code}-ap-${n}`, 'Access point', { site: campus, location: `${building} floor ${floor}` });
    }
  }
  for (const n of [1, 2]) {
    device(`lin-spine-${n}`, 'Spine switch', { ...core, position: 30 + n * 2 });
    device(`lin-rtr-${n}`, 'Router', { ...core, position: 20 + n * 4 });
    device(`lin-fw-${n}`, 'Firewall', { ...core, position: 14 + n * 2 });
    device(`lin-bridge-${n}`, 'Wireless bridge', { site: campus, location: buildings[n === 1 ? 0 : 2] });
  }
  for (const feed of ['a', 'b']) device(`lin-core-pdu-${feed}`, 'Power strip', core);
}

/** A number that looks like a maker's, the same every time. */
function serialOf(name: string): string {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 2147483647;
  return `LH${hash.toString(36).toUpperCase().padStart(6, '0')}`;
}
