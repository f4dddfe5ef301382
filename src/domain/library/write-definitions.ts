import { stringify } from 'yaml';
import { defaultOrder } from '#database/select/default-order.ts';
import type { Field } from '#fields/field.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Model } from '#registry/model.ts';
import { readOnly } from '#registry/rest-facts.ts';
import { componentLists } from './component-lists.ts';
import type { Properties } from './definition.ts';

type Writer = (context: ReadContext, keys: readonly string[]) => Promise<string[]>;

/**
 * Types with their components as YAML, a text each, in the form in which the community's library and NetBox's imports
 * have them. All types together are read by a few statements.
 */
export const definitionWriters: Readonly<Record<string, Writer>> = {
  'dcim.devicetype': (context, keys) =>
    writeDefinitions(context, { name: 'dcim.devicetype', own: 'device_type', keys }),
  'dcim.moduletype': (context, keys) =>
    writeDefinitions(context, { name: 'dcim.moduletype', own: 'module_type', keys }),
};

interface Types {
  readonly name: string;
  /** The field by which a component's template belongs to its type. */
  readonly own: 'device_type' | 'module_type';
  readonly keys: readonly string[];
}

async function writeDefinitions(context: ReadContext, types: Types): Promise<string[]> {
  const { registry } = context;
  const lists = componentLists
    .map(({ key, model }) => ({ key, model: registry.get(model) }))
    .filter(({ model }) => model.fields.has(types.own));
  const [whole, mappings, ...components] = await Promise.all([
    propertiesOf(context, registry.get(types.name), types.keys),
    readMappings(context, types),
    ...lists.map(({ model }) => readComponents(context, model, types)),
  ]);
  return types.keys.flatMap((type) => {
    const properties = whole.get(type);
    if (!properties) return [];
    const parts = lists.flatMap(({ key }, index) => {
      const found = components[index]!.get(type);
      return found ? [[key, found] as const] : [];
    });
    const mapped = mappings.get(type);
    if (mapped) parts.push(['port-mappings', mapped]);
    return [stringify({ ...properties, ...Object.fromEntries(parts) }, { lineWidth: 0 })];
  });
}

/** Templates by the type that they belong to, in their order. */
async function readComponents(
  context: ReadContext,
  model: Model,
  { own, keys }: Types,
): Promise<ReadonlyMap<string, Properties[]>> {
  const { joins, orderBy } = defaultOrder(context.registry, model, 't');
  const rows = await context.rows(
    `select t.id, t.${own}_id from "${model.table}" t${joins} where t.${own}_id = any($1) order by ${orderBy}`,
    [`{${keys.join(',')}}`],
  );
  const properties = await propertiesOf(
    context,
    model,
    rows.map(([key]) => key!),
  );
  return grouped(rows.map(([key, type]) => [type!, properties.get(key!)!]));
}

async function readMappings(context: ReadContext, { own, keys }: Types): Promise<ReadonlyMap<string, Properties[]>> {
  const rows = await context.rows(
    `select m.${own}_id, f.name, m.front_port_position, r.name, m.rear_port_position
     from dcim_porttemplatemapping m join dcim_frontporttemplate f on f.id = m.front_port_id
     join dcim_rearporttemplate r on r.id = m.rear_port_id
     where m.${own}_id = any($1) order by f.name, m.front_port_position`,
    [`{${keys.join(',')}}`],
  );
  return grouped(
    rows.map(([type, front, frontPosition, rear, rearPosition]) => [
      type!,
      {
        front_port: front,
        front_port_position: Number(frontPosition),
        rear_port: rear,
        rear_port_position: Number(rearPosition),
      },
    ]),
  );
}

function grouped(pairs: readonly (readonly [type: string, one: Properties])[]): Map<string, Properties[]> {
  const groups = new Map<string, Properties[]>();
  for (const [type, one] of pairs) groups.set(type, [...(groups.get(type) ?? []), one]);
  return groups;
}

/** What a definition says of objects, by key: what can be given for them, related objects by their names. */
async function propertiesOf(
  context: ReadContext,
  model: Model,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Properties>> {
  const fields = [...model.fields.values()].filter((field) => isSaid(field));
  const shape = context.shapes.only(model, new Set(['id', ...fields.map(({ name }) => name)]));
  const texts = await context.load(shape, keys);
  return new Map(
    [...texts].map(([key, text]) => {
      const served = JSON.parse(text) as Properties;
      return [key, Object.fromEntries(fields.map(({ name }) => [spelled[name] ?? name, said(served[name])]))];
    }),
  );
}

/** What a definition calls otherwise than REST does. */
const spelled: Readonly<Record<string, string>> = { attributes: 'attribute_data' };

/** Who owns a type, or which type a template belongs to, is no part of its definition. */
const unsaid = new Set(['owner', 'device_type', 'module_type']);
const unsaidKinds = new Set(['customFields', 'generic', 'image', 'reverse', 'tags']);

function isSaid(field: Field): boolean {
  if (field.rest === false || readOnly(field) || unsaid.has(field.name)) return false;
  return field.kind.name === 'computed' ? field.name in spelled : !unsaidKinds.has(field.kind.name);
}

/** A value as REST serves it, as a definition has it: choices by value, objects by name. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value && 'label' in value) return value.value;
  return 'url' in value && 'name' in value ? value.name : value;
}
