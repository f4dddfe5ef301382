import type { Field } from '#fields/field.ts';
import { farEnd } from '#operations/read/far-path.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, type Registry } from '#registry/registry.ts';
import { columnAliases } from './column-aliases.ts';
import type { ColumnMeta, RelatedMeta } from './contract.ts';
import { farColumns } from './far-columns.ts';
import { fieldLabel, labelOf } from './label.ts';
import { restFields } from './rest-fields.ts';
import { summaryOf } from './summary.ts';
import { viewOf } from './view-of.ts';

/** Views that a list has no room for, or that identify an object to programs. */
const unfit = new Set(['customFields', 'identity', 'json']);
const unsortable = new Set(['json', 'relations', 'tags', 'list', 'choices']);

/**
 * The columns of the model's list: those that NetBox 4.7 has, on the object itself, inside the brief shape of a related
 * one or further away, and whatever else fits; where NetBox has no list, all that fits in the order of REST.
 */
export function columnsOf(
  registry: Registry,
  model: Model,
  { counts, measures }: { counts: ReadonlyMap<string, RelatedMeta>; measures: ReadonlySet<string> },
): ColumnMeta[] {
  const fields = new Map(restFields(model).map((field) => [field.name, field]));
  const served = (name: string) => name !== 'id' && pathOf(registry, fields, name) !== undefined;
  const listed = model.list?.columns.split(/\s+/).filter(Boolean) ?? [];
  const asInNetBox = listed.some(served);
  const far = farColumns(model);
  const names = new Set([...(asInNetBox ? listed : ['id']), 'id', ...fields.keys(), ...Object.keys(far)]);
  const usual = new Set(model.list?.default.split(/\s+/).filter(Boolean));
  const columns = [...names].flatMap((name): ColumnMeta[] => {
    if (name === 'pk' || name === 'actions') return [];
    if (name === 'id') return [{ name, label: 'ID', path: ['id'], view: 'number', sort: 'id', ...shown(usual, name) }];
    if (measures.has(name))
      return [
        { name, label: measureLabel(name), path: ['id'], view: 'utilization', measured: true, ...shown(usual, name) },
      ];
    const path = pathOf(registry, fields, name);
    const field = path && last(registry, fields, path);
    if (!field) return far[name] ? [{ ...farColumn(registry, model, name, far[name]), ...shown(usual, name) }] : [];
    if (!listed.includes(name) && (unfit.has(viewOf(field)) || isHalf(field, model))) return [];
    const own = path.length === 1;
    const view = viewOf(field);
    const counted = own ? counts.get(field.name) : undefined;
    return [
      {
        name,
        label: counted?.label ?? (own && field.name === name ? fieldLabel(field) : labelOf(name)),
        path,
        view,
        ...(own && field.rest !== false && columnOf(field) && !unsortable.has(view) ? { sort: field.name } : {}),
        ...(field.to ? { model: field.to } : {}),
        ...(counted ? { counts: counted } : {}),
        ...shown(usual, name),
      },
    ];
  });
  if (columns.some((column) => column.shown)) return columns;
  return columns.map((column, index) => (index > 0 && index <= 8 ? { ...column, shown: true } : column));
}

/** A column whose value stands at the end of a way from the object. */
function farColumn(registry: Registry, model: Model, name: string, path: string): ColumnMeta {
  const { model: at, field, many, counted } = farEnd(registry, model, path);
  const colors = field && summaryOf(at)?.colors?.[field.name];
  const view = counted ? 'number' : many ? (field ? 'list' : 'relations') : field ? viewOf(field) : 'relation';
  return {
    name,
    label: counted ? at.plural.charAt(0).toUpperCase() + at.plural.slice(1) : labelOf(name),
    path: [name],
    view,
    far: true,
    ...(field ? {} : { model: at.name }),
    ...(colors ? { colors } : {}),
  };
}

/** The type or the id of a generic relation, whose object is a column of its own. */
const isHalf = ({ name }: Field, { fields }: Model): boolean =>
  [...fields.values()].some(({ typeField, idField }) => typeField === name || idField === name);

const shown = (usual: ReadonlySet<string>, name: string) => (usual.has(name) ? ({ shown: true } as const) : {});

/** Where a column's value is: the field of its name, what it is called in REST, or through the first relation that has it. */
function pathOf(registry: Registry, fields: ReadonlyMap<string, Field>, name: string): string[] | undefined {
  const path = fields.has(name) ? [name] : columnAliases[name]?.split('.');
  if (path) return fields.has(path[0]!) ? path : undefined;
  for (const field of fields.values()) {
    if (viewOf(field) === 'relation' && field.to && briefFields(registry.get(field.to)).has(name))
      return [field.name, name];
  }
  return undefined;
}

function last(
  registry: Registry,
  fields: ReadonlyMap<string, Field>,
  [first, second]: readonly string[],
): Field | undefined {
  const field = fields.get(first!);
  if (!second || !field) return field;
  const related = field.to ? registry.get(field.to) : undefined;
  return related && briefFields(related).has(second) ? related.fields.get(second) : undefined;
}

function briefFields(model: Model): Set<string> {
  return new Set(model.brief?.split(/\s+/));
}

/** `get_power_utilization` → `Power utilization` */
const measureLabel = (name: string): string => labelOf(name.replace(/^get_/, ''));
