import type { DatePart, Lookup, Value } from '#query/tree.ts';
import { anyOf, equals, placed } from './parameters.ts';

const orders = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

const extract =
  (field: string, more = '') =>
  (column: string): string =>
    `extract(${field} from ${column})${more}`;

/** Each part as an expression, and the type of what it compares with. Weeks begin on Sunday (1) unless ISO's are meant. */
const parts: Readonly<Record<DatePart, readonly [expression: (column: string) => string, type: string]>> = {
  year: [extract('year'), 'bigint'],
  iso_year: [extract('isoyear'), 'bigint'],
  quarter: [extract('quarter'), 'bigint'],
  month: [extract('month'), 'bigint'],
  week: [extract('week'), 'bigint'],
  day: [extract('day'), 'bigint'],
  week_day: [extract('dow', ' + 1'), 'bigint'],
  iso_week_day: [extract('isodow'), 'bigint'],
  hour: [extract('hour'), 'bigint'],
  minute: [extract('minute'), 'bigint'],
  second: [(column) => `floor(extract(second from ${column}))`, 'bigint'],
  date: [(column) => `${column}::date`, 'date'],
  time: [(column) => `${column}::time`, 'time'],
};

/** The lookups of parts of dates and moments. Undefined for any other lookup. */
export function compareDatePart(
  column: string,
  { lookup, values }: { lookup: Lookup; values: readonly Value[] },
  parameters: string[],
): string | undefined {
  const [name, order] = lookup.split('__') as [string, keyof typeof orders | undefined];
  const part = Object.hasOwn(parts, name) ? parts[name as DatePart] : undefined;
  if (!part) return undefined;
  const [expression, type] = part;
  if (!order) return `(${expression(column)}) ${equals(parameters, values, type)}`;
  return anyOf(values, (value) => `(${expression(column)}) ${orders[order]} ${placed(parameters, value, type)}`);
}
