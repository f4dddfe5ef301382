import type { ReadContext } from '#operations/read/context.ts';
import type { PathNode } from './cable-path.ts';

/** How an object on a path is drawn: its line, where it leads, and, where it is part of something, of what. */
export interface NodeLook {
  readonly label: string;
  readonly href: string | undefined;
  readonly parent: ParentLook | undefined;
}

/** How a thing that ends belong to is drawn. */
export interface ParentLook {
  readonly key: string;
  readonly lines: readonly string[];
  readonly href: string | undefined;
  /** Six hexadecimal digits. */
  readonly color: string;
}

/** The column that names what an end is part of, by the model that it names. */
const parents: Readonly<Record<string, readonly [column: string, model: string]>> = {
  'dcim.powerfeed': ['power_panel_id', 'dcim.powerpanel'],
  'circuits.circuittermination': ['circuit_id', 'circuits.circuit'],
  'circuits.virtualcircuittermination': ['virtual_circuit_id', 'circuits.virtualcircuit'],
};
const partsOfDevices = /^dcim\.(interface|consoleport|consoleserverport|powerport|poweroutlet|frontport|rearport)$/;

const plainColor = 'e9ecef';

export const keyOf = ({ model, id }: PathNode): string => `${model}:${id}`;

/** Looks of all nodes: a few statements for each model among them. */
export async function nodeLooks(
  context: ReadContext,
  nodes: readonly PathNode[],
): Promise<ReadonlyMap<string, NodeLook>> {
  const ids = new Map<string, Set<string>>();
  for (const { model, id } of nodes) ids.set(model, (ids.get(model) ?? new Set()).add(id));
  const looks = new Map<string, NodeLook>();
  await Promise.all(
    [...ids].map(async ([name, keys]) => {
      const model = context.registry.get(name);
      const [lines, owners] = await Promise.all([
        context.load(context.shapes.of(model, 'display'), keys),
        ownersOf(context, name, [...keys]),
      ]);
      for (const id of keys) {
        const label = lines.get(id);
        if (label === undefined) continue;
        const href = hrefOf(context, { model: name, id });
        const owner = owners.get(id);
        const isWhole = !parents[name] && !partsOfDevices.test(name);
        const parent = isWhole ? { key: `${name}:${id}`, lines: [label], href, color: plainColor } : owner;
        looks.set(`${name}:${id}`, { label, href, parent });
      }
    }),
  );
  return looks;
}

function hrefOf({ registry, base }: ReadContext, { model: name, id }: PathNode): string | undefined {
  const model = registry.get(name);
  const path = model.web ?? model.rest;
  return path && `${base}/${path}/${id}/`;
}

/** What each of the ends is part of, by the end's key. */
async function ownersOf(
  context: ReadContext,
  name: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ParentLook>> {
  const [column, owner] = parents[name] ?? (partsOfDevices.test(name) ? ['device_id', 'dcim.device'] : []);
  if (column === undefined || owner === undefined) return new Map();
  const pairs = (await context.rows(
    `select id, ${column} from ${context.registry.get(name).table} where id = any($1)`,
    [`{${ids.join(',')}}`],
  )) as [string, string | null][];
  const keys = [...new Set(pairs.flatMap(([, key]) => key ?? []))];
  const [lines, details] = await Promise.all([
    context.load(context.shapes.of(context.registry.get(owner), 'display'), keys),
    owner === 'dcim.device' ? deviceDetails(context, keys) : new Map<string, DeviceDetail>(),
  ]);
  const looks = new Map<string, ParentLook>();
  for (const [id, key] of pairs) {
    if (key === null) continue;
    const detail = details.get(key);
    looks.set(id, {
      key: `${owner}:${key}`,
      lines: [lines.get(key) ?? '', ...(detail?.lines ?? [])],
      href: hrefOf(context, { model: owner, id: key }),
      color: detail?.color ?? plainColor,
    });
  }
  return looks;
}

interface DeviceDetail {
  readonly lines: readonly string[];
  readonly color: string;
}

async function deviceDetails(context: ReadContext, ids: readonly string[]): Promise<Map<string, DeviceDetail>> {
  const rows = await context.rows(
    `select d.id, m.name || ' ' || dt.model, concat_ws(' / ', s.name, l.name, k.name), r.color
      from dcim_device d join dcim_devicetype dt on dt.id = d.device_type_id
        join dcim_manufacturer m on m.id = dt.manufacturer_id join dcim_devicerole r on r.id = d.role_id
        join dcim_site s on s.id = d.site_id left join dcim_location l on l.id = d.location_id
        left join dcim_rack k on k.id = d.rack_id
      where d.id = any($1)`,
    [`{${ids.join(',')}}`],
  );
  return new Map(rows.map(([id, type, place, color]) => [id!, { lines: [type!, place!], color: color! }]));
}
