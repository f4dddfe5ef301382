import type { Field } from '#fields/field.ts';
import { isContentType } from '#registry/is-content-type.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf } from '#registry/registry.ts';
import type { CustomFieldDefinition } from '../read/custom-field-definitions.ts';
import { type ImportColumn, tellsApart } from './import-columns.ts';
import { type ImportRow, isBlank, refuseCell } from './import-row.ts';
import type { ImportRule, ImportWhere } from './import-rule.ts';
import type { Naming } from './named-objects.ts';
import { listed, readBoolean, readCell, UnreadableCell } from './read-cell.ts';

interface Reading {
  readonly columns: readonly ImportColumn[];
  readonly rule: ImportRule | undefined;
}

/** Fills the inputs of rows from their cells. Returns the columns that nothing reads. */
export async function readRows(
  where: ImportWhere,
  rows: readonly ImportRow[],
  { columns, rule }: Reading,
): Promise<readonly string[]> {
  const { context, model } = where;
  const { registry } = context;
  const byName = new Map(columns.map((column) => [column.name, column]));

  // ---- What names no objects
  const relations = new Map<ImportRow, Cell[]>();
  const definitions = new Map((await context.reader().customFields(model.name)).map((one) => [one.name, one]));
  for (const row of rows) {
    const naming: Cell[] = [];
    relations.set(row, naming);
    for (const [name, value] of row.cells) {
      const [base, attribute] = name.split('.', 2) as [string, string?];
      const column = byName.get(base);
      const custom = base.startsWith('cf_') ? definitions.get(base.slice(3)) : undefined;
      if (custom) {
        row.cells.delete(name);
        reading(row, name, () => readCustomField(row, name, custom, value, { registry, naming }));
      } else if (column?.to || column?.generic) {
        row.cells.delete(name);
        naming.push({ column, columnName: name, attribute, value });
      } else if (column?.field) {
        row.cells.delete(name);
        row.columns.set(column.field.name, name);
        reading(row, name, () => {
          const read = readsTypes(registry, column.field!)
            ? types(value)
            : readCell(column.field!, value, { isNew: row.id === undefined });
          if (read !== undefined) row.input[column.field!.name] = read;
        });
      }
    }
  }

  // ---- What names objects: those that tell others apart first
  for (const turn of turns(registry, columns)) {
    const namings: Naming[] = [];
    for (const [row, cells] of relations)
      for (const cell of cells) if (turn.has(cell.column)) namings.push(...namingsOf(row, cell, { registry, columns }));
    await where.name(namings);
  }
  const customNamings = [...relations].flatMap(([row, cells]) =>
    cells.filter(({ custom }) => custom).flatMap((cell) => namingsOf(row, cell, { registry, columns })),
  );
  await where.name(customNamings);

  // ---- The model's own
  await rule?.read(rows, where);
  // Pictures are uploaded: that there are some says nothing here.
  return [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].filter(
    (name) => model.fields.get(name)?.kind.name !== 'image',
  );
}

/** A cell that names objects. */
interface Cell {
  readonly column: ImportColumn;
  readonly columnName: string;
  readonly attribute: string | undefined;
  readonly value: unknown;
  /** Custom fields: where the keys go. */
  readonly custom?: (keys: readonly string[]) => void;
}

function reading(row: ImportRow, column: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error;
    refuseCell(row, column, error.message);
  }
}

/** Columns in turns: one that depends on what another says comes after it. */
function turns(registry: Registry, columns: readonly ImportColumn[]): ReadonlySet<ImportColumn>[] {
  const naming = columns.filter(({ to, generic }) => to !== undefined || generic !== undefined);
  const depth = new Map<ImportColumn, number>();
  const depthOf = (column: ImportColumn, seen: ReadonlySet<ImportColumn>): number => {
    const known = depth.get(column);
    if (known !== undefined) return known;
    const above = naming.filter((other) => other !== column && !seen.has(other) && tells(registry, other, column));
    const found = Math.max(-1, ...above.map((other) => depthOf(other, new Set([...seen, column])))) + 1;
    depth.set(column, found);
    return found;
  };
  const found: Set<ImportColumn>[] = [];
  for (const column of naming) {
    const at = depthOf(column, new Set());
    found[at] ??= new Set();
    found[at].add(column);
  }
  return found.filter(Boolean);
}

/** Whether what one column names is a relation of what the other names. */
function tells(registry: Registry, { name, to, narrows, generic }: ImportColumn, other: ImportColumn): boolean {
  // Which of several types it is may follow from anything else.
  if (other.generic) return generic === undefined;
  const target = other.to ? registry.find(other.to) : undefined;
  if (narrows) return narrows.includes(other.name);
  const relation = target?.fields.get(name);
  return relation?.to !== undefined && relation.to === to && columnOf(relation) !== undefined;
}

function namingsOf(
  row: ImportRow,
  cell: Cell,
  { registry, columns }: { registry: Registry; columns: readonly ImportColumn[] },
): Naming[] {
  const { column, columnName, attribute, value } = cell;
  const { field, generic } = column;
  if (field) row.columns.set(field.name, columnName);
  const many = field !== undefined && ['manyToMany', 'reverse', 'tags'].includes(field.kind.name);
  if (isBlank(value) || (Array.isArray(value) && value.length === 0)) {
    if (field && row.id !== undefined) row.input[field.name] = many ? [] : null;
    return [];
  }
  const to = generic ? genericTarget(registry, row, column, columns) : registry.get(column.to!);
  if (!to) {
    refuseCell(row, columnName, `What it is must stand in ${generic!.typeField}.`);
    return [];
  }
  // A column of another type of object belongs to whichever type the row tells.
  if (generic && column.to && !to.model.endsWith(registry.get(column.to).model)) return [];
  const texts = many || (cell.custom && typeof value !== 'string') ? textsOf(value) : [textOf(value)];
  const keys: string[] = [];
  const within = new Map<string, string>();
  for (const relation of to.fields.values()) {
    if (!tellsApart.has(relation.name)) continue;
    const said = columns.find(({ name }) => name === relation.name);
    if (said && said.to !== relation.to) continue;
    const key = row.keys.get(`${column.name}_${relation.name}`) ?? row.keys.get(relation.name);
    if (key !== undefined && relation.to !== undefined && columnOf(relation)) within.set(relation.name, key);
  }
  for (const [relation, name] of Object.entries(column.apart ?? {})) {
    const key = row.keys.get(name);
    if (key !== undefined) within.set(relation, key);
  }
  return texts.map(
    (text, at): Naming => ({
      model: to,
      attribute,
      text,
      within,
      found(key) {
        keys[at] = key;
        if (cell.custom) return cell.custom(keys);
        if (generic) {
          row.input[generic.typeField!] = to.name;
          row.input[generic.idField!] = Number(key);
        } else if (field) row.input[field.name] = many ? keys.map(Number) : Number(key);
        if (!many) row.keys.set(column.name, key);
      },
      refused: (message) => refuseCell(row, columnName, message),
    }),
  );
}

/** The model that a generic column names: its own, or that of the type's column; told apart by what else the row says. */
function genericTarget(
  registry: Registry,
  row: ImportRow,
  { generic, to }: ImportColumn,
  columns: readonly ImportColumn[],
) {
  const said = row.input[generic!.typeField!];
  if (typeof said === 'string') return registry.find(said.toLowerCase());
  if (!to) return undefined;
  const target = registry.get(to);
  // `interface` with `virtual_machine` is one of a machine.
  const others = columns.filter((one) => one.generic === generic && one.to && one.to !== to);
  for (const other of others) {
    const model = registry.get(other.to!);
    const owner = columns.find(
      ({ name, narrows }) => narrows && row.keys.has(name) && model.fields.has(name) && !target.fields.has(name),
    );
    if (owner && model.model.endsWith(target.model)) return model;
  }
  return target;
}

/** The texts that a cell names several objects by: between commas, or in a list. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textOf);
  return typeof value === 'string' ? listed(value) : [textOf(value)];
}

/** The text that a cell names one object by; an object tells its key, its name or its slug. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value).trim();
  const { id, name, slug } = value as Readonly<Record<string, unknown>>;
  return String(id ?? name ?? slug ?? JSON.stringify(value));
}

const readsTypes = (registry: Registry, { to, kind }: Field): boolean => {
  const target = to && kind.name === 'manyToMany' ? registry.find(to) : undefined;
  return target !== undefined && isContentType(target);
};

const types = (value: unknown): unknown => (typeof value === 'string' ? listed(value) : isBlank(value) ? [] : value);

function readCustomField(
  row: ImportRow,
  column: string,
  { name, type, relatedModel }: CustomFieldDefinition,
  value: unknown,
  { registry, naming }: { registry: Registry; naming: Cell[] },
): void {
  const put = (one: unknown) => {
    row.input.custom_fields = { ...(row.input.custom_fields as object | undefined), [name]: one };
  };
  if (isBlank(value)) {
    if (row.id !== undefined) put(null);
    return;
  }
  if (relatedModel && registry.find(relatedModel)) {
    const custom = (keys: readonly string[]) => put(type === 'object' ? Number(keys[0]) : keys.map(Number));
    naming.push({
      column: { name: column, to: relatedModel },
      columnName: column,
      attribute: undefined,
      value,
      custom,
    });
    return;
  }
  if (typeof value !== 'string') {
    put(value);
    return;
  }
  const text = value.trim();
  if (type === 'boolean') put(readBoolean(text));
  else if (type === 'integer' || type === 'decimal') put(/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  else if (type === 'multiselect') put(listed(text));
  else if (type === 'json') {
    try {
      put(JSON.parse(text));
    } catch (error) {
      throw new UnreadableCell(`That is no JSON: ${(error as Error).message}`);
    }
  } else put(text);
}
