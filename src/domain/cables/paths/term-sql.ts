import { arrayElements } from '#fields/array-text.ts';
import type { ContentTypes } from '#operations/read/content-types.ts';
import type { Row } from '#operations/read/row.ts';
import { type TerminationKind, terminationKind } from '../termination-kinds.ts';
import type { Term } from './term.ts';

/** The select list that termOf reads, over the kind's table as `t`. */
export function termColumns({ model, parent, endpoint }: TerminationKind, type: string): string {
  const isPort = model === 'dcim.frontport' || model === 'dcim.rearport';
  const isInterface = model === 'dcim.interface';
  const isCircuit = model === 'circuits.circuittermination';
  return [
    `${Number(type)}::int as type`,
    't.id',
    `t.${parent}`,
    't.cable_id, t.cable_end, t.cable_connector, t.cable_positions',
    endpoint ? 't._path_id' : 'null::bigint',
    isPort ? 't.positions' : 'null::int',
    isInterface ? 't.wireless_link_id, t.channels, t.channel_id' : 'null::bigint, null::int, null::int',
    isCircuit
      ? 't.term_side, t._provider_network_id, t.termination_type_id, t.termination_id'
      : 'null::varchar, null::bigint, null::int, null::bigint',
  ].join(', ');
}

/** Reads a row of termColumns. */
export function termOf(row: Row, contentTypes: ContentTypes): Term {
  const [type, id, parent, cable, cableEnd, connector, positions, path, size, wireless, channels, channel, ...circuit] =
    row;
  const [side, providerNetwork, placeType, place] = circuit;
  const { model, endpoint } = terminationKind(contentTypes.name(type!))!;
  return {
    node: `${type}:${id}`,
    model,
    id: id!,
    endpoint,
    parent: parent ?? null,
    cable: cable ?? null,
    cableEnd: cableEnd || null,
    connector: connector ? Number(connector) : null,
    positions: positions ? arrayElements(positions).map(Number) : [],
    path: path ?? null,
    size: Number(size ?? 1),
    wireless: wireless ?? null,
    channelized: channels !== null && channels !== undefined,
    channel: channel ?? null,
    side: side ?? null,
    providerNetwork: providerNetwork ?? null,
    place: placeType && place ? `${placeType}:${place}` : null,
  };
}
