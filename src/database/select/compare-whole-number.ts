import type { Lookup, Value } from '#query/tree.ts';
import { anyOf, equals, placed } from './parameters.ts';

const orders: Partial<Record<Lookup, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };
/** The least and the most that something holds. */
export type WholeRange = readonly [least: bigint, most: bigint];

const widest: WholeRange = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * Equality with whole numbers, and order: of a column or of what is counted. What is no whole number, or lies beyond the
 * range, can't be stored: it equals nothing, and is above or below everything, what is null included, as in Django,
 * which leaves such a comparison out.
 */
export function compareWholeNumber(
  number: string,
  { lookup, values, range = widest }: { lookup: Lookup; values: readonly Value[]; range?: WholeRange },
  parameters: string[],
): string {
  const ordered = (operator: string, value: Value): string => {
    if (fits(value, range)) return `${number} ${operator} ${placed(parameters, value, 'bigint')}`;
    return BigInt(value) < range[0] === operator.startsWith('>') ? 'true' : 'false';
  };
  const whole = values.filter((value) => /^[+-]?\d+$/.test(value));
  if (lookup === 'range') {
    if (whole.length < values.length) return 'false';
    const [from = '', to = from] = whole;
    return `(${ordered('>=', from)} and ${ordered('<=', to)})`;
  }
  const order = orders[lookup];
  if (order) return anyOf(whole, (value) => ordered(order, value));
  const possible = whole.filter((value) => fits(value, range));
  return possible.length === 0 ? 'false' : `${number} ${equals(parameters, possible, 'bigint')}`;
}

const fits = (value: Value, [least, most]: WholeRange): boolean => BigInt(value) <= most && BigInt(value) >= least;
