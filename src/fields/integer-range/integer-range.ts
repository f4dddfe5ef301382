import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

/** PostgreSQL's half-open `[1,5)` as the API's pair of the first and the last number. */
function pair(text: string): string {
  const match = /^([[(])(-?\d+),(-?\d+)([\])])$/.exec(text);
  if (!match) return 'null';
  const first = Number(match[2]) + (match[1] === '(' ? 1 : 0);
  return `[${first},${Number(match[3]) - (match[4] === ')' ? 1 : 0)}]`;
}

const integerRangeKind: Kind = {
  name: 'integerRange',
  columnType: () => 'int4range',
  render: () => pair,
  parse: (_field, value) => {
    if (!Array.isArray(value) || value.length !== 2)
      throw invalid('Ranges must be specified in the form (lower, upper).');
    if (!value.every((one) => Number.isInteger(one))) throw invalid('Range boundaries must be defined as integers.');
    const [first, last] = value as [number, number];
    return `[${first},${last + 1})`;
  },
  schema: () => ({ type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 }),
  optionsType: 'field',
  widget: 'range',
  asObjects: true,
};

/** A range of whole numbers, both ends included on the wire. */
export const integerRange = (options: FieldOptions = {}): Unnamed => ({ kind: integerRangeKind, ...options });
