import type { Lookup, Value } from '#query/tree.ts';
import { anyOf, equals, placed } from './parameters.ts';

const orders: Partial<Record<Lookup, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };
const biggest = 2n ** 63n - 1n;

/**
 * Equality with whole numbers, and order: of a column or of what is counted. What is no whole number, or lies beyond a
 * bigint, can't be stored: it equals nothing, and is above or below everything, which is no error.
 */
export function compareWholeNumber(
  number: string,
  { lookup, values }: { lookup: Lookup; values: readonly Value[] },
  parameters: string[],
): string {
  const whole = values.filter((value) => /^[+-]?\d+$/.test(value));
  if (lookup === 'range') {
    if (whole.length < values.length) return 'false';
    const [from = '', to = from] = whole;
    return `(${ordered(number, '>=', from, parameters)} and ${ordered(number, '<=', to, parameters)})`;
  }
  const order = orders[lookup];
  if (order) return anyOf(whole, (value) => ordered(number, order, value, parameters));
  const possible = whole.filter(fits);
  return possible.length === 0 ? 'false' : `${number} ${equals(parameters, possible, 'bigint')}`;
}

const fits = (value: Value): boolean => BigInt(value) <= biggest && BigInt(value) >= -biggest;

function ordered(number: string, order: string, value: Value, parameters: string[]): string {
  if (fits(value)) return `${number} ${order} ${placed(parameters, value, 'bigint')}`;
  return value.startsWith('-') === order.startsWith('>') ? `${number} is not null` : 'false';
}
