import { arrayElements } from '#fields/array-text.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { loadByType, type Node, type NodeTexts } from '#operations/read/load-by-type.ts';
import type { BoundPart } from '#operations/read/part.ts';
import { keysAt } from '#operations/read/parts/relation.ts';
import type { Row } from '#operations/read/row.ts';
import type { Computed } from '#operations/read/shapes.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { mappedPosition } from '../cables/mapped-position.ts';
import { nodeType } from './node-type.ts';
import { onceForRows } from './once-for-rows.ts';

interface Termination extends Node {
  readonly end: string;
  readonly connector: string | null;
  readonly positions: string | null;
}

interface Cable {
  readonly profile: string;
  readonly terminations: Termination[];
}

interface Loaded {
  readonly cables: ReadonlyMap<string, Cable>;
  /** The interface at the other side of a wireless link, by link and interface: `3 17`. */
  readonly wireless: ReadonlyMap<string, Node>;
  readonly text: NodeTexts;
}

type At = (column: string) => number;

const cableColumns = ['cable_id', 'cable_end', 'cable_connector', 'cable_positions'];
const columnsOf = (model: Model): string[] => [
  keyColumn(model),
  ...cableColumns,
  ...(model.fields.has('wireless_link') ? ['wireless_link_id'] : []),
];

async function readCables(ids: readonly string[], context: ReadContext): Promise<Map<string, Cable>> {
  const cables = new Map<string, Cable>();
  if (ids.length === 0) return cables;
  const rows = await context.rows(
    `select c.id, c.profile, t.cable_end, t.termination_type_id, t.termination_id, t.connector, t.positions
    from dcim_cable c join dcim_cabletermination t on t.cable_id = c.id
    where c.id = any($1) order by t.connector, t.id`,
    [`{${[...new Set(ids)].join(',')}}`],
  );
  for (const [id, profile, end, type, object, connector, positions] of rows) {
    let cable = cables.get(id!);
    if (!cable) {
      cable = { profile: profile ?? '', terminations: [] };
      cables.set(id!, cable);
    }
    cable.terminations.push({
      end: end!,
      type: type!,
      id: object!,
      connector: connector ?? null,
      positions: positions ?? null,
    });
  }
  return cables;
}

async function readWireless(ids: readonly string[], context: ReadContext): Promise<Map<string, Node>> {
  const sides = new Map<string, Node>();
  if (ids.length === 0) return sides;
  const type = context.contentTypes.id('dcim.interface')!;
  for (const [id, a, b] of await context.rows(
    'select id, interface_a_id, interface_b_id from wireless_wirelesslink where id = any($1)',
    [`{${[...new Set(ids)].join(',')}}`],
  )) {
    sides.set(`${id} ${a}`, { type, id: b! });
    sides.set(`${id} ${b}`, { type, id: a! });
  }
  return sides;
}

/** The far terminations that the positions of this one lead to, by the cable's profile. */
function profilePeers({ profile, terminations }: Cable, row: Row, at: At): Node[] {
  const end = row[at('cable_end')];
  const connector = row[at('cable_connector')];
  const positions = row[at('cable_positions')];
  if (end == null || connector == null || positions == null) return [];
  const far = new Map<string, Termination>();
  for (const termination of terminations)
    if (termination.end !== end && termination.connector !== null && termination.positions !== null)
      for (const position of arrayElements(termination.positions))
        far.set(`${termination.connector}/${position}`, termination);
  const peers = new Set<Termination>();
  for (const position of arrayElements(positions)) {
    const place = mappedPosition(profile, end, { connector: Number(connector), position: Number(position) });
    const peer = place && far.get(`${place.connector}/${place.position}`);
    if (peer) peers.add(peer);
  }
  return [...peers];
}

/** What the object's cable joins it to; without a cable, the interface at the other side of its wireless link. */
function peersOf(row: Row, { cables, wireless }: Omit<Loaded, 'text'>, at: At, model: Model): readonly Node[] {
  const cable = row[at('cable_id')];
  if (cable != null) {
    const found = cables.get(cable);
    if (!found) return [];
    if (found.profile) return profilePeers(found, row, at);
    const end = row[at('cable_end')];
    return found.terminations.filter((termination) => termination.end !== end);
  }
  if (!model.fields.has('wireless_link')) return [];
  const peer = wireless.get(`${row[at('wireless_link_id')]} ${row[0]}`);
  return peer ? [peer] : [];
}

const loadPeers = onceForRows<Loaded>(async (rows, context, at, model) => {
  const [cables, wireless] = await Promise.all([
    readCables(keysAt(rows, at('cable_id')), context),
    model.fields.has('wireless_link')
      ? readWireless(keysAt(rows, at('wireless_link_id')), context)
      : new Map<string, Node>(),
  ]);
  const nodes = rows.flatMap((row) => peersOf(row, { cables, wireless }, at, model));
  return { cables, wireless, text: await loadByType(context, nodes) };
});

function peersPart(
  name: string,
  model: Model,
  text: (peers: readonly Node[], loaded: Loaded, row: Row, at: At, context: ReadContext) => string,
) {
  return {
    name,
    columns: columnsOf(model),
    bind: (at: At): BoundPart => ({
      load: (rows, context) => loadPeers(rows, context, at, model),
      text(row, state, context) {
        const loaded = state as Loaded;
        return text(peersOf(row, loaded, at, model), loaded, row, at, context);
      },
    }),
  };
}

/** The objects at the other end of the object's cable or wireless link, brief. */
export const linkPeers: Computed = ({ name, model }) =>
  peersPart(name, model, (peers, loaded) => `[${peers.flatMap((peer) => loaded.text(peer) ?? []).join(',')}]`);

/** The model of the objects at the other end of the object's cable; null where there is no cable. */
export const linkPeersType: Computed = ({ name, model }) =>
  peersPart(name, model, (peers, _loaded, row, at, context) =>
    row[at('cable_id')] == null || peers.length === 0 ? 'null' : nodeType(peers[0]!, context),
  );
