import type { Lookup, Value } from '#query/tree.ts';
import { compareWholeNumber } from './compare-whole-number.ts';
import { anyOf, equals, placed } from './parameters.ts';

const operators: Partial<Record<Lookup, string>> = {
  net_contains: '>>',
  net_contains_or_equals: '>>=',
  net_contained: '<<',
  net_contained_or_equal: '<<=',
};

/** The lookups of addresses and networks. Undefined for any other lookup. */
export function compareNetwork(
  column: string,
  { lookup, values }: { lookup: Lookup; values: readonly Value[] },
  parameters: string[],
): string | undefined {
  const operator = operators[lookup];
  if (operator) return anyOf(values, (value) => `${column} ${operator} ${placed(parameters, value, 'inet')}`);
  const length = /^net_mask_length(?:__(\w+))?$/.exec(lookup);
  if (length)
    return compareWholeNumber(`masklen(${column})`, { lookup: (length[1] ?? 'exact') as Lookup, values }, parameters);
  switch (lookup) {
    case 'family':
      return compareWholeNumber(`family(${column})`, { lookup: 'exact', values }, parameters);
    case 'host':
    case 'net_host':
      return `host(${column}) ${equals(parameters, values, 'text')}`;
    case 'inet':
      return `${column} ${equals(parameters, values, 'inet')}`;
    case 'host__inet':
      // The cast of a host to inet is what NetBox's index on the table is made of.
      return `(host(${column}))::inet ${equals(parameters, values, 'inet')}`;
    case 'host__inet__lte':
      return anyOf(values, (value) => `(host(${column}))::inet <= ${placed(parameters, value, 'inet')}`);
    case 'host__inet__gte':
      return anyOf(values, (value) => `(host(${column}))::inet >= ${placed(parameters, value, 'inet')}`);
    case 'net_network':
      return anyOf(values, (value) => `${column} = network(${placed(parameters, value, 'inet')})`);
    case 'net_host_contained':
      return anyOf(values, (value) => `(host(${column}))::inet <<= ${placed(parameters, value, 'inet')}`);
    case 'net_in':
      // A value with a mask names exactly that address; one without, the host whatever its mask.
      return anyOf(values, (value) =>
        value.includes('/')
          ? `${column} = ${placed(parameters, value, 'inet')}`
          : `(host(${column}))::inet = ${placed(parameters, value, 'inet')}`,
      );
    default:
      return undefined;
  }
}
