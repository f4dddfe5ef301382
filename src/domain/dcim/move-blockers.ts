import type { WriteContext } from '#operations/write/write-context.ts';
import { namedKinds } from './component-kinds.ts';
import type { ModuleMove } from './module-move.ts';

const generic = (table: string, type: string, id: string): string =>
  `exists (select from ${table} x where x.${type} = $2 and x.${id} = i.id)`;
const related = (table: string): string => `exists (select from ${table} x where x.interface_id = i.id)`;

/** What ties an interface to its device. */
const interfaceTies: readonly (readonly [words: string, condition: string])[] = [
  ['IP addresses assigned', generic('ipam_ipaddress', 'assigned_object_type_id', 'assigned_object_id')],
  ['FHRP group assignments', generic('ipam_fhrpgroupassignment', 'interface_type_id', 'interface_id')],
  ['tunnel terminations', generic('vpn_tunneltermination', 'termination_type_id', 'termination_id')],
  ['L2VPN terminations', generic('vpn_l2vpntermination', 'assigned_object_type_id', 'assigned_object_id')],
  ['virtual circuit terminations', related('circuits_virtualcircuittermination')],
  ['wireless links', 'i.wireless_link_id is not null'],
  ['wireless LAN assignments', related('dcim_interface_wireless_lans')],
  ['an untagged VLAN', 'i.untagged_vlan_id is not null'],
  ['tagged VLANs', related('dcim_interface_tagged_vlans')],
  ['a Q-in-Q service VLAN', 'i.qinq_svlan_id is not null'],
  ['a VLAN translation policy', 'i.vlan_translation_policy_id is not null'],
  ['VDC assignments', related('dcim_interface_vdcs')],
  ['a VRF assignment', 'i.vrf_id is not null'],
];

/** Relations between components of one device: a module can't leave one end behind. */
const ties: readonly (readonly [words: string, table: string, ends: readonly [kind: string, column: string][]])[] = [
  ...(['parent', 'bridge', 'lag'] as const).map(
    (relation) =>
      [
        `${relation} interface relations crossing the moved module's boundary`,
        'dcim_interface',
        [
          ['interface', 'id'],
          ['interface', `${relation}_id`],
        ],
      ] as const satisfies readonly [string, string, readonly [string, string][]],
  ),
  [
    "power outlet relations crossing the moved module's boundary",
    'dcim_poweroutlet',
    [
      ['poweroutlet', 'id'],
      ['powerport', 'power_port_id'],
    ],
  ],
  [
    "cooling outflow relations crossing the moved module's boundary",
    'dcim_coolingoutflow',
    [
      ['coolingoutflow', 'id'],
      ['coolingintake', 'cooling_intake_id'],
    ],
  ],
  [
    "front/rear port mappings crossing the moved module's boundary",
    'dcim_portmapping',
    [
      ['frontport', 'front_port_id'],
      ['rearport', 'rear_port_id'],
    ],
  ],
];

/** What keeps a module on its device: connections, settings of interfaces, relations that would be torn apart. */
export async function moveBlockers(move: ModuleMove, context: WriteContext): Promise<readonly string[]> {
  const keys = (kind: string) =>
    `{${move.components.flatMap((one) => (one.kind === kind ? [one.key] : [])).join(',')}}`;
  const found: string[] = [];
  const note = (count: unknown, words: string) => {
    if (Number(count) > 0) found.push(`${count} ${words}`);
  };

  for (const kind of namedKinds) {
    const moved = move.components.filter((one) => one.kind === kind && one.before.has('cable_id'));
    const connected = moved.filter(
      ({ before }) => before.get('cable_id') !== null || before.get('mark_connected') === 't',
    );
    note(connected.length, `cabled or connection-marked ${kind}`);
  }
  const [counts] = await context.rows(
    `select ${interfaceTies.map(([, condition]) => `count(*) filter (where ${condition})`).join(', ')}
     from dcim_interface i where i.id = any($1)`,
    [keys('interface'), context.contentTypes.id('dcim.interface')!],
  );
  for (const [index, [words]] of interfaceTies.entries()) note(counts![index], `interfaces with ${words}`);

  for (const [words, table, [[kind, column], [otherKind, otherColumn]]] of ties as readonly [
    string,
    string,
    [[string, string], [string, string]],
  ][]) {
    const [row] = await context.rows(
      `select count(*) from ${table} where ${otherColumn} is not null and (${column} = any($1)) <> (${otherColumn} = any($2))`,
      [keys(kind), keys(otherKind)],
    );
    note(row![0], words);
  }

  const types = [...namedKinds, 'modulebay'].map((kind) => [context.contentTypes.id(`dcim.${kind}`)!, kind] as const);
  const pairs = move.components.map(({ kind, key }) => [types.find(([, name]) => name === kind)![0], key] as const);
  const [items] = await context.rows(
    `select count(distinct (component_type_id, component_id)) from dcim_inventoryitem
     where (component_type_id, component_id) in (select * from unnest($1::bigint[], $2::bigint[]))`,
    [`{${pairs.map(([type]) => type).join(',')}}`, `{${pairs.map(([, key]) => key).join(',')}}`],
  );
  note(items![0], 'components with attached inventory items');
  return found;
}
