import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { integerOf } from '../parse.ts';

const columnTypes = { 16: 'smallint', 32: 'integer', 64: 'bigint' } as const;

const integerKind: Kind = {
  name: 'integer',
  columnType: ({ bits }) => columnTypes[bits ?? 32],
  render: () => verbatim,
  parse: integerOf,
  schema: ({ minimum, maximum, bits, rest }) =>
    typeof rest === 'object' && rest.unbounded
      ? { type: 'integer' }
      : {
          type: 'integer',
          ...(bits === 64 ? { format: 'int64' } : {}),
          ...(minimum === undefined ? {} : { minimum }),
          ...(maximum === undefined ? {} : { maximum }),
        },
  optionsType: 'integer',
  filter: 'number',
  widget: 'number',
};

/** A whole number; `bits` is the column's width, `positive` adds the column's `>= 0` check. */
export const integer = (options: FieldOptions & SpecialOptions = {}): Unnamed => ({ kind: integerKind, ...options });
