import type { Sql } from '#database/connect.ts';
import { tryWrites, type Written } from '#domain/rules/try-writes.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { insertRow } from './insert-row.ts';

/** What tests call an object: the model and the key. */
const names: Readonly<Record<string, readonly [model: string, id: number]>> = {
  ...numbered('I', 'dcim.interface', 8),
  Q: ['dcim.interface', 20],
  'Q:1': ['dcim.interface', 21],
  'Q:2': ['dcim.interface', 22],
  W1: ['dcim.interface', 31],
  W2: ['dcim.interface', 32],
  V: ['dcim.interface', 40],
  ...numbered('F', 'dcim.frontport', 4),
  ...numbered('R', 'dcim.rearport', 4),
  // Trunks: a rear port of four positions with a front port at each.
  T1: ['dcim.rearport', 10],
  T2: ['dcim.rearport', 20],
  ...Object.fromEntries(
    [10, 20].flatMap((trunk) =>
      [...'abcd'].map((letter, index) => [`T${trunk / 10}${letter}`, ['dcim.frontport', trunk + index]] as const),
    ),
  ),
  // A circuit between two sites, and one into a provider's network.
  CA: ['circuits.circuittermination', 1],
  CZ: ['circuits.circuittermination', 2],
  NA: ['circuits.circuittermination', 3],
  NZ: ['circuits.circuittermination', 4],
  net: ['circuits.providernetwork', 1],
  site: ['dcim.site', 1],
  P: ['dcim.powerport', 1],
  O: ['dcim.poweroutlet', 1],
  feed: ['dcim.powerfeed', 1],
};

function numbered(letter: string, model: string, count: number): Record<string, readonly [string, number]> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${letter}${index + 1}`, [model, index + 1]]));
}

/**
 * For tests: a device whose objects have the names above, and cables written as a line. `cable('I1,I2 - I3', …)` makes
 * one and calls it #1, #2 and so on; `paths()` shows what is stored: the objects' names, then what holds of the path.
 */
export async function topologies(sql: Sql) {
  await putObjects(sql);
  const write = await tryWrites(sql);
  const types = await readContentTypes(sql);
  const byNode = new Map(Object.entries(names).map(([name, [model, id]]) => [`${types.id(model)}:${id}`, name]));
  const ends = (list: string) =>
    list
      .split(',')
      .filter(Boolean)
      .map((name) => ({ object_type: names[name]![0], object_id: names[name]![1] }));
  const body = (line: string, more: object = {}) => {
    const [a, b] = line.split(' - ') as [string, string];
    return { a_terminations: ends(a), b_terminations: ends(b), ...more };
  };
  let cables: string[] = [];
  const rows = async (text: string) => (await sql.unsafe(text).values()) as unknown as string[][];
  return {
    write,
    body,
    ends,
    rows,
    key: (name: string): number => names[name]![1],
    model: (name: string): string => names[name]![0],
    cableKey: (number: number): string => cables[number - 1]!,
    async cable(line: string, more: object = {}): Promise<Written> {
      const written = await write.create('dcim.cable', body(line, more));
      cables.push(...written.keys);
      return written;
    },
    change: (number: number, changes: object): Promise<Written> =>
      write.update('dcim.cable', { id: cables[number - 1], ...changes }),
    drop: (...numbers: number[]): Promise<Written> =>
      write.remove('dcim.cable', ...numbers.map((number) => cables[number - 1]!)),
    async clear(): Promise<void> {
      await write.remove('dcim.cable', ...(await rows('select id from dcim_cable')).flat());
      cables = [];
    },
    async paths(): Promise<string[]> {
      const cableType = types.id('dcim.cable');
      const name = (node: string) => {
        const [type, id] = node.split(':') as [string, string];
        if (type === cableType) return `#${cables.indexOf(id) + 1}`;
        return type === types.id('wireless.wirelesslink') ? `~${id}` : (byNode.get(node) ?? node);
      };
      return (await rows('select path, is_complete, is_active, is_split from dcim_cablepath'))
        .map(([path, complete, active, split]) =>
          [
            ...(JSON.parse(path!) as string[][]).map((nodes) => nodes.map(name).join(',') || '-'),
            complete === 't' ? 'complete' : 'open',
            ...(active === 't' ? [] : ['inactive']),
            ...(split === 't' ? ['split'] : []),
          ].join(' '),
        )
        .sort();
    },
  };
}

async function putObjects(sql: Sql): Promise<void> {
  const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);
  await put('dcim_site', { id: 1, name: 'Here', slug: 'here', status: 'active' });
  await put('dcim_rack', { id: 1, site_id: 1, name: 'R', status: 'active' });
  await put('dcim_manufacturer', { id: 1, name: 'M', slug: 'm' });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1, model: 'T', slug: 't' });
  await put('dcim_devicerole', { id: 1, name: 'R', slug: 'r' });
  await put('dcim_device', {
    id: 1,
    name: 'd',
    site_id: 1,
    rack_id: 1,
    device_type_id: 1,
    role_id: 1,
    status: 'active',
  });
  await put('dcim_powerpanel', { id: 1, site_id: 1, name: 'P' });
  await put('circuits_provider', { id: 1, name: 'P', slug: 'p' });
  await put('circuits_providernetwork', { id: 1, provider_id: 1, name: 'N' });
  await put('circuits_circuittype', { id: 1, name: 'T', slug: 't' });
  for (const id of [1, 2])
    await put('circuits_circuit', { id, cid: `C${id}`, provider_id: 1, type_id: 1, status: 'active' });
  const types = await readContentTypes(sql);
  const site = { termination_type_id: types.id('dcim.site'), termination_id: 1, _site_id: 1 };
  const network = {
    termination_type_id: types.id('circuits.providernetwork'),
    termination_id: 1,
    _provider_network_id: 1,
  };
  for (const [id, circuit_id, term_side, place] of [
    [1, 1, 'A', site],
    [2, 1, 'Z', site],
    [3, 2, 'A', site],
    [4, 2, 'Z', network],
  ] as const)
    await put('circuits_circuittermination', { id, circuit_id, term_side, ...place });
  const device = { device_id: 1, label: '' };
  for (const [name, [model, id]] of Object.entries(names)) {
    const row = { id, name, ...device };
    if (model === 'dcim.interface')
      await put('dcim_interface', {
        ...row,
        enabled: true,
        type: { W: 'ieee802.11ac', V: 'virtual' }[name[0]!] ?? (name.includes(':') ? 'channel' : '1000base-t'),
        ...(name === 'Q' ? { channels: 4 } : {}),
        ...(name.startsWith('Q:') ? { parent_id: 20, channel_id: Number(name[2]) } : {}),
      });
    else if (model === 'dcim.frontport') await put('dcim_frontport', { ...row, type: 'lc', positions: 1 });
    else if (model === 'dcim.rearport')
      await put('dcim_rearport', { ...row, type: 'lc', positions: name.startsWith('T') ? 4 : 1 });
    else if (model === 'dcim.powerport' || model === 'dcim.poweroutlet') await put(model.replace('.', '_'), row);
    else if (model === 'dcim.powerfeed')
      await put('dcim_powerfeed', { id, name, power_panel_id: 1, rack_id: 1, status: 'active', supply: 'ac' });
  }
  const mapping = { device_id: 1, front_port_position: 1 };
  for (const id of [1, 2, 3, 4])
    await put('dcim_portmapping', { ...mapping, front_port_id: id, rear_port_id: id, rear_port_position: 1 });
  for (const trunk of [10, 20])
    for (const position of [1, 2, 3, 4])
      await put('dcim_portmapping', {
        ...mapping,
        front_port_id: trunk + position - 1,
        rear_port_id: trunk,
        rear_port_position: position,
      });
}
