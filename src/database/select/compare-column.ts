import type { Field } from '#fields/field.ts';
import type { Lookup, Value } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { compareArray } from './compare-array.ts';
import { compareDatePart } from './compare-date-part.ts';
import { compareJsonColumn } from './compare-json.ts';
import { compareNetwork } from './compare-network.ts';
import { compareText } from './compare-text.ts';
import { compareWholeNumber } from './compare-whole-number.ts';
import { anyOf, arrayText, equals, placed } from './parameters.ts';

const orders = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** What is compared: a column of the model's table, or its key where there is no field. */
export interface Comparison {
  readonly model: Model;
  readonly field: Field | undefined;
  /** The column as SQL, qualified. */
  readonly column: string;
  readonly lookup: Lookup;
  readonly values: readonly Value[];
}

/** A comparison of a column as SQL. */
export function compareColumn(comparison: Comparison, parameters: string[]): string {
  const { field, column, lookup, values } = comparison;
  if (lookup === 'isnull') return `${column} is ${values[0] === 'false' ? 'not ' : ''}null`;
  if (lookup === 'descendants' || lookup === 'ancestors') return inTree(comparison, parameters);
  if (values.length === 0) return 'false';
  const type = typeOf(field);
  const special = type.endsWith('[]')
    ? compareArray(column, { lookup, values, type }, parameters)
    : type === 'jsonb'
      ? compareJsonColumn(column, { lookup, values }, parameters)
      : type === 'inet' || type === 'cidr'
        ? compareNetwork(column, { lookup, values }, parameters)
        : type === 'date' || type.startsWith('timestamp')
          ? compareDatePart(column, { lookup, values }, parameters)
          : undefined;
  if (special) return special;
  const text = type === 'text' ? column : `${column}::text`;
  if (lookup === 'empty') return `coalesce(length(${text}), 0) ${values[0] === 'false' ? '>' : '='} 0`;
  if (lookup === 'array_icontains') return compareText(text, { lookup: 'icontains', values }, parameters)!;
  const collation = field?.natural ? 'public.natural_sort' : undefined;
  return compareText(text, { lookup, values, collation }, parameters) ?? compareValue(comparison, type, parameters);
}

/** Equality and order. */
function compareValue({ field, column, lookup, values }: Comparison, type: string, parameters: string[]): string {
  if (type === 'bigint') return compareWholeNumber(column, { lookup, values, range: rangeOf(field) }, parameters);
  const order = orders[lookup as keyof typeof orders];
  if (order) return anyOf(values, (value) => `${column} ${order} ${placed(parameters, value, type)}`);
  if (lookup === 'range')
    return `${column} between ${placed(parameters, values[0]!, type)} and ${placed(parameters, values[1] ?? values[0]!, type)}`;
  return `${column} ${equals(parameters, values, type)}`;
}

/** The numbers that a column of whole numbers holds; keys and counts are of 64 bits. */
function rangeOf(field: Field | undefined): readonly [least: bigint, most: bigint] {
  const bits = field?.kind.name === 'integer' ? (field.bits ?? 32) : 64;
  const most = 2n ** BigInt(bits - 1) - 1n;
  return [field?.positive ? 0n : -most - 1n, most];
}

/** The nodes of a tree whose keys are given, with all below them or all above them. */
function inTree({ model, column, lookup, values }: Comparison, parameters: string[]): string {
  if (values.length === 0) return 'false';
  const path = [...model.fields.values()].find(({ kind }) => kind.name === 'treePath');
  if (!path) throw new Error(`${model.name} is no tree`);
  const key = keyColumn(model);
  const given = `select given.${path.name} from ${model.table} as given where given.${key} = any(${placed(parameters, arrayText(values), 'bigint[]')})`;
  const operator = lookup === 'descendants' ? '<@' : '@>';
  return `${column} in (select node.${key} from ${model.table} as node where node.${path.name} operator(public.${operator}) any(array(${given})))`;
}

/** The type that values are cast to: what the column's own type compares with through its indexes. */
function typeOf(field: Field | undefined): string {
  const type = field ? field.kind.columnType(field) : 'bigint';
  if (!type) throw new Error(`${field!.name} stores no column`);
  if (type === 'smallint' || type === 'integer') return 'bigint';
  if (type.startsWith('character varying') && type.endsWith('[]')) return 'character varying[]';
  if (type.startsWith('character varying')) return 'text';
  if (type.startsWith('numeric')) return 'numeric';
  // A network's bits to the right of its mask are no error in a comparison: such a value equals no network.
  if (type === 'cidr') return 'inet';
  return type;
}
