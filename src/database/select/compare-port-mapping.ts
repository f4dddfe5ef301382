import type { Condition } from '#query/tree.ts';
import { anyOf, equals, placed } from './parameters.ts';

const orders = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** One element of a list of `<protocol>/<port>` satisfies protocol and port together. */
export function comparePortMapping(
  column: string,
  { protocols, ports }: Extract<Condition, { op: 'portMapping' }>,
  parameters: string[],
): string {
  const port = `split_part(mapping, '/', 2)::bigint`;
  const terms = [
    ...(protocols.length > 0 ? [`split_part(mapping, '/', 1) ${equals(parameters, protocols, 'text')}`] : []),
    ...ports.map(({ lookup, values }) => {
      const order = orders[lookup as keyof typeof orders];
      if (!order) return values.length > 0 ? `${port} ${equals(parameters, values, 'bigint')}` : 'false';
      return anyOf(values, (value) => `${port} ${order} ${placed(parameters, value, 'bigint')}`);
    }),
  ];
  return `exists (select from unnest(${column}) as mapping where ${terms.length > 0 ? terms.join(' and ') : 'true'})`;
}
