import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { type Narrowing, narrowings } from '#registry/narrowings.ts';
import { columnOf, type Registry } from '#registry/registry.ts';
import { readOnly, required, wholeFields } from '#registry/rest-facts.ts';
import type { ImportRule } from './import-rule.ts';
import { naturalKeys } from './natural-keys.ts';

/** A column that an import of the model knows. */
export interface ImportColumn {
  readonly name: string;
  readonly required?: true;
  /** The field that it gives; absent where it only narrows what others name, or a rule reads it. */
  readonly field?: Field;
  /** Relations: the model that it names objects of. */
  readonly to?: string;
  /** Relations: what may stand behind the column's name (`site.slug`), the usual first. */
  readonly attributes?: readonly string[];
  /** The columns whose objects it tells apart: `manufacturer` for `device_type`. */
  readonly narrows?: readonly string[];
  /** Relations of the object that it names, and the columns that tell them, where those are called otherwise. */
  readonly apart?: Readonly<Record<string, string>>;
  /** Generic relations: the field of the object's type, where the column gives the object. */
  readonly generic?: Field;
  /** Of a rule's own: what it is. */
  readonly hint?: string;
}

/** Kinds that no cell can give. */
const ungiven = new Set(['image', 'file', 'computed', 'customFields', 'generic', 'reverseOne']);
const related = new Set(['foreignKey', 'oneToOne', 'manyToMany', 'reverse', 'tags']);

/**
 * The columns of a model's import: `id` for objects that are there, every field that REST takes, what tells the objects
 * of relations apart, generic relations by the names of their objects, and what a rule of the model adds. Custom fields
 * come besides, as `cf_<name>`.
 */
export function importColumns(registry: Registry, model: Model, rule: ImportRule | undefined): ImportColumn[] {
  const fields = importFields(model);
  const own = fields.map((field): ImportColumn => {
    const target = related.has(field.kind.name) && field.to ? registry.find(field.to) : undefined;
    const named = target && target.name !== 'contenttypes.contenttype' && target.name !== 'core.objecttype';
    return {
      name: field.name,
      ...(required(field) ? { required: true } : {}),
      field,
      ...(named ? { to: target.name, attributes: [...naturalKeys(target).map(({ name }) => name), 'id'] } : {}),
      ...(named ? apartBy(declared(registry, field), []) : {}),
    };
  });
  const known = new Set([...own.map(({ name }) => name), ...(rule?.columns ?? []).map(({ name }) => name)]);
  const generics = genericColumns(registry, model, known);
  for (const { name } of generics) known.add(name);
  return [
    { name: 'id' },
    ...own,
    ...(rule?.columns ?? []),
    ...generics,
    ...told(registry, own, known),
    ...narrowing(registry, [...own, ...generics], known),
  ];
}

/** The fields that a cell can give. */
function importFields(model: Model): Field[] {
  return wholeFields(model).filter((field) => !readOnly(field) && !ungiven.has(field.kind.name));
}

/** `interface`, `fhrp_group`, and `<relation>_name` with the type in its own column. */
function genericColumns(registry: Registry, model: Model, known: ReadonlySet<string>): ImportColumn[] {
  return [...model.fields.values()].flatMap((field): ImportColumn[] => {
    if (!field.typeField || !known.has(field.typeField) || !known.has(field.idField!)) return [];
    const targets = registry.models.filter((one) => [...registry.generics(one).values()].includes(model));
    const byType = targets.map(
      (target): ImportColumn => ({
        name: snake(target.className),
        generic: field,
        to: target.name,
        attributes: naturalKeys(target).map(({ name }) => name),
      }),
    );
    const byName: ImportColumn = { name: `${field.name}_name`, generic: field };
    return [...byType, byName].filter(({ name }) => !known.has(name));
  });
}

/** What the form of a relation says that tells its objects apart, as far as it is stored. */
function declared(registry: Registry, field: Field): readonly Narrowing[] {
  const target = field.to ? registry.find(field.to) : undefined;
  if (!target) return [];
  return narrowings(field, target).filter(({ path, many }) => !many && columnOf(relationAt(registry, target, path)));
}

/** The relation at the end of a path. */
function relationAt(registry: Registry, model: Model, [name, ...rest]: readonly string[]): Field {
  const field = model.fields.get(name!)!;
  return rest.length > 0 ? relationAt(registry, registry.get(field.to!), rest) : field;
}

/** The columns that tell the relations of what is named at the end of `path`. */
function apartBy(given: readonly Narrowing[], path: readonly string[]): Pick<ImportColumn, 'apart'> {
  const own = given.filter(
    (one) => one.path.length === path.length + 1 && path.every((step, at) => one.path[at] === step),
  );
  return own.length > 0 ? { apart: Object.fromEntries(own.map((one) => [one.path.at(-1)!, one.name])) } : {};
}

/** Columns that only tell apart what relations name, under the names that their forms have: `device_a`, `vlan_group`. */
function told(registry: Registry, columns: readonly ImportColumn[], known: Set<string>): ImportColumn[] {
  const found = new Map<string, ImportColumn & { narrows: string[] }>();
  for (const { name, field, to } of columns) {
    if (!field || !to) continue;
    const given = declared(registry, field);
    for (const one of given) {
      if (known.has(one.name)) continue;
      const target = registry.get(relationAt(registry, registry.get(to), one.path).to!);
      const outer = one.path.slice(0, -1);
      const inner = given.find(({ path }) => path.join('.') === outer.join('.'))?.name ?? name;
      const entry = found.get(one.name) ?? {
        name: one.name,
        to: target.name,
        attributes: [...naturalKeys(target).map((key) => key.name), 'id'],
        narrows: [],
        ...apartBy(given, one.path),
      };
      entry.narrows.push(inner);
      found.set(one.name, entry);
    }
  }
  for (const name of found.keys()) known.add(name);
  return [...found.values()];
}

/** Relations of the objects that columns name, where the model has no such field itself. */
function narrowing(registry: Registry, columns: readonly ImportColumn[], known: ReadonlySet<string>): ImportColumn[] {
  const found = new Map<string, { to: string; narrows: string[] }>();
  for (const { name, to, field } of columns) {
    const target = to && field?.kind.name !== 'tags' ? registry.find(to) : undefined;
    for (const relation of target?.fields.values() ?? []) {
      if (relation.kind.name !== 'foreignKey' || !relation.to || readOnly(relation)) continue;
      if (!tellsApart.has(relation.name)) continue;
      for (const column of [relation.name, `${name}_${relation.name}`]) {
        if (known.has(column)) continue;
        const entry: { to: string; narrows: string[] } = found.get(column) ?? { to: relation.to, narrows: [] };
        if (entry.to === relation.to) entry.narrows.push(name);
        found.set(column, entry);
      }
    }
  }
  return [...found].map(([name, { to, narrows }]) => {
    const target = registry.get(to);
    return { name, to, narrows, attributes: [...naturalKeys(target).map((field) => field.name), 'id'] };
  });
}

/** What objects belong to, and are called apart by. */
export const tellsApart: ReadonlySet<string> = new Set([
  'site',
  'location',
  'rack',
  'device',
  'virtual_machine',
  'manufacturer',
  'device_type',
  'module_type',
  'group',
  'vrf',
  'provider',
  'cluster',
]);

/** `FHRPGroup` → `fhrp_group` */
function snake(className: string): string {
  return className
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
