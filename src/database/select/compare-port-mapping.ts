import type { Condition } from '#query/tree.ts';
import { compareWholeNumber } from './compare-whole-number.ts';
import { equals } from './parameters.ts';

/** One element of a list of `<protocol>/<port>` satisfies protocol and port together. */
export function comparePortMapping(
  column: string,
  { protocols, ports }: Extract<Condition, { op: 'portMapping' }>,
  parameters: string[],
): string {
  const port = `split_part(mapping, '/', 2)::bigint`;
  const terms = [
    ...(protocols.length > 0 ? [`split_part(mapping, '/', 1) ${equals(parameters, protocols, 'text')}`] : []),
    ...ports.map((compared) => compareWholeNumber(port, compared, parameters)),
  ];
  return `exists (select from unnest(${column}) as mapping where ${terms.length > 0 ? terms.join(' and ') : 'true'})`;
}
