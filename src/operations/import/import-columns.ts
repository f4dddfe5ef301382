import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { readOnly, required, restFields } from '#registry/rest-facts.ts';
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
    ...narrowing(registry, [...own, ...generics], known),
  ];
}

/** The fields that a cell can give. */
export function importFields(model: Model): Field[] {
  return restFields(model).filter((field) => !readOnly(field) && !ungiven.has(field.kind.name));
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
