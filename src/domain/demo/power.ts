import { type Body, type DemoNetwork, numbers } from './network.ts';
import { campus, computeRack, computeRacks, coreRack, networkRack, servers, sites } from './plan.ts';

interface PoweredRack {
  readonly rack: string;
  readonly site: string;
  /** Devices with two supplies, in the order of their outlets. */
  readonly devices: readonly string[];
}

function poweredRacks(): PoweredRack[] {
  const centres = sites.slice(1).flatMap((site) => [
    ...numbers(computeRacks).map((number) => {
      const rack = computeRack(site, number);
      return { rack, site: site.name, devices: [`${rack}-msw`, ...numbers(servers).map((n) => `${rack}-srv-${n}`)] };
    }),
    ...[1, 2].map((side) => ({
      rack: networkRack(site, side),
      site: site.name,
      devices: [
        `leaf-${side * 2 - 1}`,
        `leaf-${side * 2}`,
        `spine-${side}`,
        `rtr-${side}`,
        `fw-${side}`,
        `con-${side}`,
      ].map((name) => `${site.code}-${name}`),
    })),
  ]);
  const core = [1, 2].flatMap((n) => [`lin-spine-${n}`, `lin-rtr-${n}`, `lin-fw-${n}`]);
  return [...centres, { rack: coreRack, site: campus, devices: core }];
}

/** Two feeds a rack, from two panels; every device hangs on both. Cooling of the halls. */
export async function addPower(net: DemoNetwork): Promise<void> {
  const racks = poweredRacks();
  const hall = (site: string) => net.id('dcim.location', site === campus ? 'Core room' : `${site} hall`);

  // ---- Panels and feeds
  await net.add(
    'dcim.powerpanel',
    sites.flatMap(({ name }) =>
      ['A', 'B'].map((side) => ({ name: `${name} ${side}`, site: net.id('dcim.site', name), location: hall(name) })),
    ),
  );
  await net.add(
    'dcim.powerfeed',
    racks.flatMap(({ rack, site }) =>
      ['A', 'B'].map((side) => ({
        name: `${rack} ${side}`,
        power_panel: net.id('dcim.powerpanel', `${site} ${side}`),
        rack: net.id('dcim.rack', rack),
        type: side === 'A' ? 'primary' : 'redundant',
        voltage: 230,
        amperage: 32,
        max_utilization: 80,
      })),
    ),
  );

  // ---- Cables
  const cables: Body[] = [];
  const cable = (a: [string, string], b: [string, string], color: string) =>
    cables.push({ type: 'power', color, a_terminations: [net.end(...a)], b_terminations: [net.end(...b)] });
  for (const { rack, devices } of racks)
    for (const [index, side] of ['a', 'b'].entries()) {
      const color = side === 'a' ? 'f44336' : '2196f3';
      const strip = `${rack}-pdu-${side}`;
      cable(['powerfeed', `${rack} ${side.toUpperCase()}`], ['powerport', `${strip} inlet`], color);
      for (const [outlet, device] of devices.entries())
        cable(['poweroutlet', `${strip} outlet ${outlet + 1}`], ['powerport', `${device} PSU ${index + 1}`], color);
    }
  await net.add('dcim.cable', cables);

  // ---- Cooling
  const sources = await net.add(
    'dcim.coolingsource',
    sites.slice(1).map(({ name }) => ({
      name: `${name} chiller`,
      site: net.id('dcim.site', name),
      location: hall(name),
      type: 'chiller',
      cooling_capacity: 240,
    })),
  );
  await net.add(
    'dcim.coolingfeed',
    sites.slice(1).flatMap((site, index) =>
      numbers(computeRacks).map((number) => ({
        name: `${computeRack(site, number)} cold water`,
        cooling_source: sources[index],
        rack: net.id('dcim.rack', computeRack(site, number)),
        cooling_capacity: 20,
      })),
    ),
  );
}
