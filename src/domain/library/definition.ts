import { parse } from 'yaml';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { readOnly } from '#registry/rest-facts.ts';
import { type ComponentList, componentLists } from './component-lists.ts';
import type { LibraryFile } from './library-files.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** A component that a definition lists. */
export interface Component {
  readonly name: string;
  /** Fields of the template. */
  readonly fields: Properties;
  /** Names of other components, by field. */
  readonly relations: Readonly<Record<string, string>>;
  /** Names of objects of other models, by field. */
  readonly named: Readonly<Record<string, string>>;
  /** Of a front port: the positions that lead to positions of rear ports. */
  readonly mappings: readonly Mapping[];
}

export interface Mapping {
  readonly position: number;
  readonly rearPort: string;
  readonly rearPosition: number;
}

/** A type as its file describes it. */
export interface Definition {
  readonly file: LibraryFile;
  readonly manufacturer: string;
  readonly model: string;
  readonly fields: Properties;
  readonly profile: string | undefined;
  readonly components: ReadonlyMap<ComponentList, readonly Component[]>;
  readonly hasImages: boolean;
  /** What of the file is not taken over, and why. */
  readonly leftOut: readonly string[];
}

/** The file as a whole can't be taken over. */
export class UnreadableDefinition extends Error {
  override name = 'UnreadableDefinition';
}

const images = ['front_image', 'rear_image'];
/** What only the library's own checks read. */
const forChecks = ['is_powered', '_is_power_source'];
const ofType = ['manufacturer', 'profile', 'port-mappings', ...images, ...forChecks];

/** Reads a definition; throws UnreadableDefinition where it is none. */
export function readDefinition(file: LibraryFile, text: string, registry: Registry): Definition {
  const given = mappingOf(text);
  const manufacturer = textOf(given.manufacturer);
  const model = textOf(given.model);
  if (!manufacturer) throw new UnreadableDefinition('it names no manufacturer');
  if (!model) throw new UnreadableDefinition('it names no model');

  const leftOut: string[] = [];
  const type = registry.get(file.model);
  const fields: Record<string, unknown> = {};
  const components = new Map<ComponentList, readonly Component[]>();
  const mappings = listOf(given['port-mappings']);
  for (const [key, value] of Object.entries(given)) {
    if (ofType.includes(key) || value === null) continue;
    const list = componentLists.find((one) => one.key === key && registry.get(one.model).fields.has(ownField(file)));
    if (list) components.set(list, readComponents(list, { value, mappings, registry, leftOut }));
    else if (Array.isArray(value)) leftOut.push(`"${key}" is no kind of component of a ${type.label}`);
    else if (['attributes', 'attribute_data'].includes(key) && file.model === 'dcim.moduletype')
      fields.attributes = value;
    else if (takes(type, key)) fields[key] = plain(type, key, value);
    else leftOut.push(`"${key}" is no property of a ${type.label}`);
  }
  if (type.fields.has('slug')) fields.slug ??= slugOf(`${manufacturer}-${model}`);
  return {
    file,
    manufacturer,
    model,
    fields,
    profile: textOf(given.profile),
    components,
    hasImages: images.some((name) => Boolean(given[name])),
    leftOut,
  };
}

/** The field by which a template belongs to the type: `device_type`. */
export const ownField = ({ model }: LibraryFile): 'device_type' | 'module_type' =>
  model === 'dcim.moduletype' ? 'module_type' : 'device_type';

function mappingOf(text: string): Properties {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new UnreadableDefinition(
      `it is not valid YAML: ${(error as Error).message.split('\n')[0]!.replace(/:$/, '')}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableDefinition('it is not a mapping of properties');
  return value as Properties;
}

function readComponents(
  list: ComponentList,
  {
    value,
    mappings,
    registry,
    leftOut,
  }: { value: unknown; mappings: readonly Properties[]; registry: Registry; leftOut: string[] },
): Component[] {
  const model = registry.get(list.model);
  const read: Component[] = [];
  const seen = new Set<string>();
  if (!Array.isArray(value)) leftOut.push(`"${list.key}" is not a list`);
  for (const given of listOf(value)) {
    const name = textOf(given.name);
    if (!name) {
      leftOut.push(`"${list.key}": a component has no name`);
      continue;
    }
    if (seen.has(name)) {
      leftOut.push(`"${list.key}": "${name}" is listed twice`);
      continue;
    }
    seen.add(name);
    read.push(readComponent(list, { name, given, model, mappings, leftOut }));
  }
  return read;
}

function readComponent(
  list: ComponentList,
  {
    name,
    given,
    model,
    mappings,
    leftOut,
  }: { name: string; given: Properties; model: Model; mappings: readonly Properties[]; leftOut: string[] },
): Component {
  const fields: Record<string, unknown> = {};
  const relations: Record<string, string> = {};
  const named: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === '' || forChecks.includes(key)) continue;
    if (list.relations?.[key]) relations[key] = textOf(value) ?? '';
    else if (list.named?.[key]) named[key] = textOf(value) ?? '';
    else if (takes(model, key)) fields[key] = plain(model, key, value);
    else if (key !== 'rear_port_position') leftOut.push(`"${list.key}": "${name}" has an unknown property "${key}"`);
  }
  // Before NetBox 4.5 a front port named its rear port; since then mappings stand in a list of their own.
  const { rear_port: rearPort, ...others } = relations;
  const own = rearPort ? [{ position: 1, rearPort, rearPosition: Number(given.rear_port_position ?? 1) }] : [];
  const listed = mappings
    .filter((one) => textOf(one.front_port) === name)
    .map((one) => ({
      position: Number(one.front_port_position ?? 1),
      rearPort: textOf(one.rear_port) ?? '',
      rearPosition: Number(one.rear_port_position ?? 1),
    }));
  const isFront = list.key === 'front-ports';
  return { name, fields, relations: others, named, mappings: isFront ? [...own, ...listed] : [] };
}

const listOf = (value: unknown): Properties[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one)) : [];

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;

/** Whether a definition can say it: no relations, nothing that only we set. */
function takes(model: Model, name: string): boolean {
  const field = model.fields.get(name);
  if (!field || field.rest === false || readOnly(field)) return false;
  return !['foreignKey', 'oneToOne', 'manyToMany', 'reverse', 'computed', 'generic', 'tags', 'customFields'].includes(
    field.kind.name,
  );
}

/** YAML reads `7050` as a number where a text is meant. */
function plain(model: Model, name: string, value: unknown): unknown {
  const isText = ['text', 'longText', 'slug'].includes(model.fields.get(name)!.kind.name);
  return isText && typeof value === 'number' ? String(value) : value;
}

export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-')
    .slice(0, 100);
