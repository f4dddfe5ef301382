import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';

const decimalKind: Kind = {
  name: 'decimal',
  columnType: ({ digits, places }) => `numeric(${digits},${places})`,
  render: () => (text: string) => String(Number(text)),
  schema: ({ places }) => ({ type: 'number', format: 'double', multipleOf: 10 ** -(places ?? 0) }),
  optionsType: 'decimal',
  filter: 'decimal',
  widget: 'number',
};

/** A decimal number of `digits` digits, `places` of them behind the point. */
export const decimal = (options: FieldOptions & SpecialOptions): Unnamed => ({ kind: decimalKind, ...options });
