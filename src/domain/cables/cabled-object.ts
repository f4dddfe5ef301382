import type { WriteContext } from '#operations/write/write-context.ts';
import { terminationKind } from './termination-kinds.ts';

/** What a rule must know of an object to end a cable at it. */
export interface CabledObject {
  /** `<content type>:<id>` */
  readonly node: string;
  readonly type: string;
  readonly id: string;
  readonly model: string;
  readonly name: string;
  readonly cable: string | null;
  readonly markedConnected: boolean;
  /** The interface's type; empty for others. */
  readonly interfaceType: string;
  readonly channelized: boolean;
  readonly isChannel: boolean;
  readonly onProviderNetwork: boolean;
  /** Where it is, as a cable's termination repeats it. */
  readonly device: string | null;
  readonly rack: string | null;
  readonly location: string | null;
  readonly site: string | null;
}

/** What differs by model: joins, the name, the place (device, rack, location, site). */
function parts(model: string): { joins: string; name: string; place: string } {
  switch (model) {
    case 'dcim.powerfeed':
      return {
        joins: 'left join dcim_rack r on r.id = t.rack_id',
        name: 't.name',
        place: 'null::bigint, r.id, r.location_id, r.site_id',
      };
    case 'circuits.circuittermination':
      return {
        joins: 'join circuits_circuit c on c.id = t.circuit_id',
        name: "c.cid || ': Termination ' || t.term_side",
        place: 'null::bigint, null::bigint, t._location_id, t._site_id',
      };
    default:
      return {
        joins: 'join dcim_device d on d.id = t.device_id',
        name: 't.name',
        place: 'd.id, d.rack_id, d.location_id, d.site_id',
      };
  }
}

/** Reads objects that cables end at by their nodes, whatever their models: one statement. */
export async function cabledObjects(
  context: WriteContext,
  nodes: Iterable<string>,
): Promise<ReadonlyMap<string, CabledObject>> {
  const { contentTypes } = context;
  const byType = new Map<string, string[]>();
  for (const node of new Set(nodes)) {
    const [type, id] = node.split(':') as [string, string];
    byType.set(type, [...(byType.get(type) ?? []), id]);
  }
  const parameters: string[] = [];
  const selects = [...byType].flatMap(([type, ids]) => {
    const kind = terminationKind(contentTypes.name(type));
    if (!kind) return [];
    const { joins, name, place } = parts(kind.model);
    const isInterface = kind.model === 'dcim.interface';
    const isCircuit = kind.model === 'circuits.circuittermination';
    parameters.push(`{${ids.join(',')}}`);
    return [
      `select ${Number(type)}::int, t.id, (${name})::text, x.cable_id, t.mark_connected,
       ${isInterface ? 't.type, t.channels is not null, t.channel_id is not null' : "''::varchar, false, false"},
       ${isCircuit ? 't._provider_network_id is not null' : 'false'}, ${place}
       from ${kind.table} t ${joins}
       left join dcim_cabletermination x on x.termination_type_id = ${Number(type)} and x.termination_id = t.id
       where t.id = any($${parameters.length})`,
    ];
  });
  const found = new Map<string, CabledObject>();
  if (selects.length === 0) return found;
  for (const row of await context.rows(selects.join(' union all '), parameters)) {
    const [
      type,
      id,
      name,
      cable,
      marked,
      interfaceType,
      channelized,
      isChannel,
      network,
      device,
      rack,
      location,
      site,
    ] = row;
    found.set(`${type}:${id}`, {
      node: `${type}:${id}`,
      type: type!,
      id: id!,
      model: contentTypes.name(type!)!,
      name: name ?? '',
      cable: cable ?? null,
      markedConnected: marked === 't',
      interfaceType: interfaceType ?? '',
      channelized: channelized === 't',
      isChannel: isChannel === 't',
      onProviderNetwork: network === 't',
      device: device ?? null,
      rack: rack ?? null,
      location: location ?? null,
      site: site ?? null,
    });
  }
  return found;
}
