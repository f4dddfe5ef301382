import { type Body, type DemoNetwork, numbers, slugged } from './network.ts';

/** A device type, and its components by kind of template. */
interface TypePlan {
  readonly maker: string;
  readonly model: string;
  readonly height: number;
  readonly fullDepth?: boolean;
  readonly parts: Readonly<Record<string, readonly Body[]>>;
}

const named = (count: number, name: (n: number) => string, more: Body): Body[] =>
  numbers(count).map((n) => ({ name: name(n), ...more }));

const supplies = (draw: number): Body[] =>
  named(2, (n) => `PSU ${n}`, { type: 'iec-60320-c14', maximum_draw: draw, allocated_draw: Math.round(draw / 2) });
const managed = { name: 'mgmt0', type: '1000base-t', mgmt_only: true };
const console = [{ name: 'console', type: 'rj-45' }];
const switching = (draw: number, interfaces: readonly Body[]): TypePlan['parts'] => ({
  consoleport: console,
  powerport: supplies(draw),
  interface: [...interfaces, managed],
});

const types: readonly TypePlan[] = [
  {
    maker: 'Norrvik Networks',
    model: 'Fjord 48P',
    height: 1,
    parts: switching(740, [
      ...named(48, (n) => `ge${n}`, { type: '1000base-t', poe_mode: 'pse', poe_type: 'type2-ieee802.3at' }),
      ...named(4, (n) => `xe${n}`, { type: '10gbase-x-sfpp' }),
    ]),
  },
  {
    maker: 'Norrvik Networks',
    model: 'Sund 48X',
    height: 1,
    parts: switching(550, [
      ...named(48, (n) => `et${n}`, { type: '25gbase-x-sfp28' }),
      ...named(6, (n) => `fab${n}`, { type: '100gbase-x-qsfp28' }),
    ]),
  },
  {
    maker: 'Norrvik Networks',
    model: 'Tind 32C',
    height: 1,
    parts: switching(
      650,
      named(32, (n) => `fab${n}`, { type: '100gbase-x-qsfp28' }),
    ),
  },
  {
    maker: 'Norrvik Networks',
    model: 'Vik 24M',
    height: 1,
    fullDepth: false,
    parts: {
      powerport: supplies(60),
      interface: [
        ...named(24, (n) => `ge${n}`, { type: '1000base-t' }),
        ...named(2, (n) => `xe${n}`, { type: '10gbase-x-sfpp' }),
      ],
    },
  },
  {
    maker: 'Norrvik Networks',
    model: 'Elv R8',
    height: 2,
    parts: switching(900, [
      ...named(8, (n) => `hu${n}`, { type: '100gbase-x-qsfp28' }),
      ...named(8, (n) => `xe${n}`, { type: '10gbase-x-sfpp' }),
      { name: 'lo0', type: 'virtual' },
    ]),
  },
  {
    maker: 'Redoubt',
    model: 'Bastion 700',
    height: 1,
    parts: switching(420, [
      ...named(8, (n) => `xe${n}`, { type: '10gbase-x-sfpp' }),
      { name: 'tun0', type: 'virtual' },
    ]),
  },
  {
    maker: 'Norrvik Networks',
    model: 'Brygge T32',
    height: 1,
    fullDepth: false,
    parts: {
      powerport: supplies(40),
      consoleserverport: named(32, (n) => `line${n}`, { type: 'rj-45' }),
      interface: [managed],
    },
  },
  {
    maker: 'Quartzline',
    model: 'Q20 server',
    height: 1,
    parts: {
      powerport: supplies(650),
      interface: [
        ...named(2, (n) => `eth${n - 1}`, { type: '25gbase-x-sfp28' }),
        { name: 'bmc', type: '1000base-t', mgmt_only: true },
      ],
    },
  },
  { maker: 'Tallow & Pine', model: 'Fibre panel 24', height: 1, fullDepth: false, parts: {} },
  { maker: 'Tallow & Pine', model: 'Copper panel 24', height: 1, fullDepth: false, parts: {} },
  {
    maker: 'Brightfuse',
    model: 'Strip 30',
    height: 0,
    fullDepth: false,
    parts: { powerport: [{ name: 'inlet', type: 'iec-60309-2p-e-6h', maximum_draw: 7300 }] },
  },
  {
    maker: 'Skylark Wireless',
    model: 'Wren 6',
    height: 0,
    fullDepth: false,
    parts: {
      interface: [
        { name: 'eth0', type: '2.5gbase-t', poe_mode: 'pd', poe_type: 'type2-ieee802.3at' },
        ...named(2, (n) => `radio${n - 1}`, { type: 'ieee802.11ax', rf_role: 'ap' }),
      ],
    },
  },
  {
    maker: 'Skylark Wireless',
    model: 'Kestrel 60',
    height: 0,
    fullDepth: false,
    parts: {
      interface: [
        { name: 'eth0', type: '10gbase-t', poe_mode: 'pd', poe_type: 'type3-ieee802.3bt' },
        { name: 'beam0', type: 'ieee802.11ad', rf_role: 'station' },
      ],
    },
  },
];

/** The makers of all device types. */
export async function addManufacturers(net: DemoNetwork): Promise<void> {
  const makers = [...new Set(types.map(({ maker }) => maker))];
  await net.add('dcim.manufacturer', makers.map(slugged));
}

/** Device types with the templates of their components, each kind in bulk. */
export async function addDeviceTypes(net: DemoNetwork): Promise<void> {
  await net.add(
    'dcim.devicetype',
    types.map(({ maker, model, height, fullDepth = true }) => ({
      manufacturer: net.id('dcim.manufacturer', maker),
      model,
      slug: slugged(`${maker} ${model}`).slug,
      part_number: model.toUpperCase().replace(/[^A-Z0-9]+/g, '-'),
      u_height: height,
      is_full_depth: fullDepth,
      airflow: height > 0 && fullDepth ? 'front-to-rear' : null,
    })),
  );
  for (const kind of ['consoleport', 'consoleserverport', 'powerport', 'interface'])
    await net.add(
      `dcim.${kind}template`,
      types.flatMap(({ model, parts }) =>
        (parts[kind] ?? []).map((part) => ({ device_type: net.id('dcim.devicetype', model), ...part })),
      ),
    );
  await addPanelPorts(net);
  await addOutlets(net);
}

/** Panels: 24 fibres come from two trunks of 12; every copper port leads to its own socket. */
async function addPanelPorts(net: DemoNetwork): Promise<void> {
  const fibre = { device_type: net.id('dcim.devicetype', 'Fibre panel 24') };
  const copper = { device_type: net.id('dcim.devicetype', 'Copper panel 24') };
  const trunks = await net.add(
    'dcim.rearporttemplate',
    numbers(2).map((n) => ({ ...fibre, name: `trunk ${n}`, type: 'mpo', positions: 12 })),
  );
  const sockets = await net.add(
    'dcim.rearporttemplate',
    numbers(24).map((n) => ({ ...copper, name: `socket ${n}`, type: '110-punch' })),
  );
  await net.add('dcim.frontporttemplate', [
    ...numbers(24).map((n) => ({
      ...fibre,
      name: String(n),
      type: 'lc',
      rear_ports: [{ position: 1, rear_port: trunks[n <= 12 ? 0 : 1], rear_port_position: ((n - 1) % 12) + 1 }],
    })),
    ...numbers(24).map((n) => ({
      ...copper,
      name: String(n),
      type: '8p8c',
      rear_ports: [{ position: 1, rear_port: sockets[n - 1], rear_port_position: 1 }],
    })),
  ]);
}

async function addOutlets(net: DemoNetwork): Promise<void> {
  const strip = net.id('dcim.devicetype', 'Strip 30');
  const inlet = net.id('dcim.powerporttemplate', 'inlet');
  await net.add(
    'dcim.poweroutlettemplate',
    numbers(30).map((n) => ({
      device_type: strip,
      name: `outlet ${n}`,
      type: n <= 24 ? 'iec-60320-c13' : 'iec-60320-c19',
      power_port: inlet,
    })),
  );
}
