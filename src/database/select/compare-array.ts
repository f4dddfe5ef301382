import type { Lookup, Value } from '#query/tree.ts';
import { compareWholeNumber } from './compare-whole-number.ts';
import { anyOf, arrayText, placed } from './parameters.ts';

const orders = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** The lookups of array columns of the type `type` (`smallint[]`). Undefined for any other lookup. */
export function compareArray(
  column: string,
  { lookup, values, type }: { lookup: Lookup; values: readonly Value[]; type: string },
  parameters: string[],
): string | undefined {
  const array = () => placed(parameters, arrayText(values), type);
  const length = /^len(?:__(\w+))?$/.exec(lookup);
  if (length) {
    // Of an array of arrays, the outer one's length.
    const count = `(case when ${column} is not null then coalesce(array_length(${column}, 1), 0) end)`;
    return compareWholeNumber(count, { lookup: (length[1] ?? 'exact') as Lookup, values }, parameters);
  }
  switch (lookup) {
    case 'exact':
    case 'in':
      return `${column} = ${array()}`;
    case 'contains':
      return `${column} @> ${array()}`;
    case 'contained_by':
      return `${column} <@ ${array()}`;
    case 'overlap':
      return `${column} && ${array()}`;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${column} ${orders[lookup]} ${array()}`;
    case 'first_column_contains':
      return anyOf(values, (value) => `${placed(parameters, value, 'text')} = any((${column})[:][1:1])`);
    case 'range_contains': {
      const element = type === 'int4range[]' ? 'integer' : type.slice(0, -2);
      // Whole numbers beyond a range's bounds are in none.
      const possible = element === 'integer' ? values.filter((value) => Math.abs(Number(value)) < 2 ** 31) : values;
      return anyOf(
        possible,
        (value) =>
          `exists (select from unnest(${column}) as element where element @> ${placed(parameters, value, element)})`,
      );
    }
    default:
      return undefined;
  }
}
