import type { ReadContext } from '#operations/read/context.ts';
import { loadByType, type Node, type NodeTexts } from '#operations/read/load-by-type.ts';
import type { BoundPart } from '#operations/read/part.ts';
import { keysAt } from '#operations/read/parts/relation.ts';
import type { Row } from '#operations/read/row.ts';
import type { Computed } from '#operations/read/shapes.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { nodeType } from './node-type.ts';
import { onceForRows } from './once-for-rows.ts';

interface CablePath {
  readonly destinations: readonly Node[];
  readonly isReachable: boolean;
}

interface Loaded {
  readonly paths: ReadonlyMap<string, CablePath>;
  /** Other ends of virtual circuits, by the interface at this end. */
  readonly virtual: ReadonlyMap<string, readonly Node[]>;
  readonly text: NodeTexts;
}

type At = (column: string) => number;

/** Interfaces that no cable can reach, but a virtual circuit can. */
const virtualTypes = new Set(['virtual', 'lag', 'bridge']);
const isInterface = (model: Model) => model.fields.has('wireless_link');

/** A step of a cable path as it is stored: `["<content type>:<id>", …]`. */
const nodesOf = (step: readonly string[]): Node[] =>
  step.map((node) => {
    const [type, id] = node.split(':') as [string, string];
    return { type, id };
  });

async function readPaths(ids: readonly string[], context: ReadContext): Promise<Map<string, CablePath>> {
  if (ids.length === 0) return new Map();
  const rows = await context.rows(
    'select id, path -> -1, is_complete, is_active from dcim_cablepath where id = any($1)',
    [`{${[...new Set(ids)].join(',')}}`],
  );
  return new Map(
    rows.map(([id, last, isComplete, isActive]) => [
      id!,
      {
        destinations: isComplete === 't' ? nodesOf(JSON.parse(last ?? '[]') as string[]) : [],
        isReachable: isComplete === 't' && isActive === 't',
      },
    ]),
  );
}

async function readVirtual(ids: readonly string[], context: ReadContext): Promise<Map<string, Node[]>> {
  const found = new Map<string, Node[]>();
  if (ids.length === 0) return found;
  const type = context.contentTypes.id('circuits.virtualcircuittermination')!;
  for (const [id, peer] of await context.rows(
    `select t.interface_id, p.id
    from circuits_virtualcircuittermination t
    left join circuits_virtualcircuittermination p on p.virtual_circuit_id = t.virtual_circuit_id and p.id <> t.id
      and p.role = case t.role when 'peer' then 'peer' when 'hub' then 'spoke' when 'spoke' then 'hub' end
    where t.interface_id = any($1) order by p.id`,
    [`{${ids.join(',')}}`],
  )) {
    const peers = found.get(id!) ?? [];
    if (peer != null) peers.push({ type, id: peer });
    found.set(id!, peers);
  }
  return found;
}

const loadEndpoints = onceForRows<Loaded>(async (rows, context, at, model) => {
  const virtualRows = isInterface(model) ? rows.filter((row) => virtualTypes.has(row[at('type')]!)) : [];
  const [paths, virtual] = await Promise.all([
    readPaths(keysAt(rows, at('_path_id')), context),
    readVirtual(keysAt(virtualRows, 0), context),
  ]);
  const nodes = [...virtual.values(), ...[...paths.values()].map(({ destinations }) => destinations)].flat();
  return { paths, virtual, text: await loadByType(context, nodes) };
});

/** The destinations that still exist. */
function endpointsOf(row: Row, { paths, virtual, text }: Loaded, at: At): Node[] {
  const path = row[at('_path_id')];
  const nodes = virtual.get(row[0]!) ?? (path == null ? undefined : paths.get(path))?.destinations ?? [];
  return nodes.filter((node) => text(node) !== undefined);
}

function endpointsPart(
  name: string,
  model: Model,
  text: (row: Row, loaded: Loaded, at: At, context: ReadContext) => string,
) {
  return {
    name,
    columns: [keyColumn(model), '_path_id', ...(isInterface(model) ? ['type'] : [])],
    bind: (at: At): BoundPart => ({
      load: (rows, context) => loadEndpoints(rows, context, at, model),
      text: (row, state, context) => text(row, state as Loaded, at, context),
    }),
  };
}

/** The objects at the end of the cable path that begins here, or at the other ends of the virtual circuit; or null. */
export const connectedEndpoints: Computed = ({ name, model }) =>
  endpointsPart(name, model, (row, loaded, at) => {
    const nodes = endpointsOf(row, loaded, at);
    return nodes.length === 0 ? 'null' : `[${nodes.map(loaded.text).join(',')}]`;
  });

/** The model of the objects at the end of the path. */
export const connectedEndpointsType: Computed = ({ name, model }) =>
  endpointsPart(name, model, (row, loaded, at, context) => {
    const [first] = endpointsOf(row, loaded, at);
    return first ? nodeType(first, context) : 'null';
  });

/** Whether the path is complete and every cable on it is connected. */
export const connectedEndpointsReachable: Computed = ({ name, model }) =>
  endpointsPart(name, model, (row, { paths }, at) => {
    const path = row[at('_path_id')];
    return String(path != null && (paths.get(path)?.isReachable ?? false));
  });
