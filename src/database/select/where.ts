import type { Field } from '#fields/field.ts';
import type { Step } from '#query/step.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import { compareColumn } from './compare-column.ts';
import { compareJsonMember } from './compare-json.ts';
import { comparePortMapping } from './compare-port-mapping.ts';

/** Where a condition stands: the model whose row it is about, the alias of that row, the statement's parameters. */
export interface Place {
  readonly model: Model;
  readonly alias: string;
  /** Values are appended; the first has the place `$1`. */
  readonly parameters: string[];
}

/**
 * A condition as SQL text. Relations become semi-joins (`in (select …)`), so that no row is ever counted twice; a
 * comparison with the key of the object one step away is made on this row's own column.
 */
export function whereSql(condition: Condition, place: Place): string {
  const { model, alias, parameters } = place;
  switch (condition.op) {
    case 'always':
      return 'true';
    case 'never':
      return 'false';
    case 'and':
      return `(${condition.of.map((one) => whereSql(one, place)).join(' and ')})`;
    case 'or':
      return `(${condition.of.map((one) => whereSql(one, place)).join(' or ')})`;
    case 'not':
      return `(${whereSql(condition.of, place)}) is not true`;
    case 'has':
      return hasSql(condition.step, condition.where, place);
    case 'compare':
      return compareColumn(
        { ...condition, model, column: `${alias}.${columnFor(model, condition.field)}` },
        parameters,
      );
    case 'json':
      return compareJsonMember(`${alias}.${columnFor(model, condition.field)}`, condition, parameters);
    case 'portMapping':
      return comparePortMapping(`${alias}.${columnFor(model, condition.field)}`, condition, parameters);
  }
}

const quote = (column: string): string => (/^[a-z_][a-z0-9_]*$/.test(column) ? column : `"${column}"`);

/** The field's column; the key's where there is no field. */
const columnFor = (model: Model, field: Field | undefined): string =>
  quote(field ? columnOf(field)! : keyColumn(model));

/** The id of a model's content type. */
const contentTypeSql = ({ app, model }: Model): string =>
  `(select id from django_content_type where app_label = '${app}' and model = '${model}')`;

/** What must hold of a column that names the object at the end of a step; undefined where naming one suffices. */
function targetSql(column: string, target: Model, where: Condition, { alias, parameters }: Place): string | undefined {
  if (where.op === 'always') return undefined;
  if (where.op === 'compare' && where.field === undefined)
    return compareColumn({ ...where, model: target, column }, parameters);
  const inner = `${alias}_`;
  const rows = whereSql(where, { model: target, alias: inner, parameters });
  return `${column} in (select ${inner}.${keyColumn(target)} from ${target.table} as ${inner} where ${rows})`;
}

function hasSql(step: Step, where: Condition, place: Place): string {
  if (where.op === 'never') return 'false';
  const { model, alias, parameters } = place;
  const inner = `${alias}_`;
  const own = `${alias}.${keyColumn(model)}`;
  const target = (column: string) => targetSql(column, step.model, where, { ...place, alias: inner });
  const rows = () => whereSql(where, { model: step.model, alias: inner, parameters });
  switch (step.way) {
    case 'forward': {
      const column = `${alias}.${quote(step.column)}`;
      return targetSql(column, step.model, where, place) ?? `${column} is not null`;
    }
    case 'genericForward': {
      const id = `${alias}.${quote(step.idColumn)}`;
      const named = `${alias}.${quote(step.typeColumn)} = ${contentTypeSql(step.model)}`;
      return `(${named} and ${targetSql(id, step.model, where, place) ?? `${id} is not null`})`;
    }
    case 'reverse':
      return `${own} in (select ${inner}.${quote(step.column)} from ${step.model.table} as ${inner} where ${rows()})`;
    case 'generic':
      return `${own} in (select ${inner}.${quote(step.idColumn)} from ${step.model.table} as ${inner} where ${inner}.${quote(step.typeColumn)} = ${contentTypeSql(step.of)} and ${rows()})`;
    case 'pairs':
      return `${own} in (select ${inner}.${step.own} from ${step.table} as ${inner} where ${target(`${inner}.${step.other}`) ?? 'true'})`;
    case 'tags':
      return `${own} in (select ${inner}.object_id from extras_taggeditem as ${inner} where ${inner}.content_type_id = ${contentTypeSql(step.of)} and ${target(`${inner}.tag_id`) ?? 'true'})`;
  }
}
