import type { Constraint as Declared, Index as DeclaredIndex } from '#registry/database.ts';
import type { Model } from '#registry/model.ts';
import { djangoName } from './django-name.ts';
import type { HistoricNames } from './historic-names.ts';
import { identifier } from './identifier.ts';
import { namedColumn } from './named-column.ts';
import type { Constraint, Index } from './table.ts';

/**
 * What a model declares beyond its fields: constraints and indexes. A unique constraint with a condition or over
 * expressions is, to PostgreSQL, a unique index.
 */
export function declaredObjects(model: Model, names: HistoricNames): { constraints: Constraint[]; indexes: Index[] } {
  const constraints: Constraint[] = [];
  const indexes: Index[] = [];
  for (const declared of model.constraints ?? []) {
    const name = names.of(constraintName(declared, model));
    const { check, expressions, where } = declared;
    const nulls = declared.nullsEqual && 'NULLS NOT DISTINCT';
    if (check !== undefined) constraints.push({ name, definition: `CHECK (${check})` });
    else if (expressions || where)
      indexes.push({ name, unique: true, on: words(`btree (${items(declared, model)})`, nulls, condition(where)) });
    else constraints.push({ name, definition: words('UNIQUE', nulls, `(${items(declared, model)})`) });
  }
  for (const declared of model.indexes ?? []) {
    const on = `${declared.method ?? 'btree'} (${items(declared, model)})`;
    indexes.push({ name: names.of(declared.name), unique: false, on: words(on, condition(declared.where)) });
  }
  return { constraints, indexes };
}

/** The name given, which PostgreSQL cuts at 63 characters; or the one Django gives to fields that are unique together. */
function constraintName({ name, fields = [] }: Declared, model: Model): string {
  const columns = () => fields.map((field) => namedColumn(field, model));
  return name ? name.slice(0, 63) : djangoName(model.table, columns(), '_uniq');
}

function items(declared: Declared | DeclaredIndex, model: Model): string {
  const list = declared.expressions ?? declared.fields?.map((field) => item(field, model));
  if (!list) throw new Error(`${model.name}: ${declared.name} names neither fields nor expressions`);
  return list.map((one) => words(one, 'opclass' in declared && declared.opclass)).join(', ');
}

const item = (field: string, model: Model): string =>
  field.startsWith('-')
    ? `${identifier(namedColumn(field.slice(1), model))} DESC`
    : identifier(namedColumn(field, model));

const condition = (where: string | undefined): string | undefined => where && `WHERE (${where})`;

const words = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');
