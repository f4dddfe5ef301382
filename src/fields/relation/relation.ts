import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { byOperations } from '../parse.ts';

/** Columns that point at a row have the width of the row's key; the schema asks the target model. */
const foreignKeyKind: Kind = {
  name: 'foreignKey',
  columnType: () => 'bigint',
  render: () => verbatim,
  parse: byOperations,
  schema: () => ({ type: 'integer' }),
  optionsType: ({ shape }) => (shape === 'key' ? 'field' : 'nested object'),
  filter: 'related',
  widget: 'object',
};

/** Points at one object of the model `to`. */
export const foreignKey = (to: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: foreignKeyKind,
  to,
  onDelete: 'cascade',
  index: true,
  ...options,
});

const oneToOneKind: Kind = { ...foreignKeyKind, name: 'oneToOne' };

/** Points at one object of the model `to`, which no other object of this model points at. */
export const oneToOne = (to: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: oneToOneKind,
  to,
  onDelete: 'cascade',
  unique: true,
  ...options,
});

const manyToManyKind: Kind = {
  ...foreignKeyKind,
  name: 'manyToMany',
  columnType: () => undefined,
  schema: () => ({ type: 'array', items: { type: 'integer' } }),
  optionsType: 'field',
  widget: 'objects',
};

/** Points at any number of objects of the model `to`, through a table of pairs. */
export const manyToMany = (to: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: manyToManyKind,
  to,
  ...options,
});

const reverseKind: Kind = { ...manyToManyKind, name: 'reverse' };

/** The objects of the model `to` whose relation `via` points here, served in this object's shape too. */
export const reverse = (to: string, via: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: reverseKind,
  to,
  via,
  filter: false,
  rest: { readOnly: true },
  ...options,
});

const reverseOneKind: Kind = {
  ...reverseKind,
  name: 'reverseOne',
  schema: foreignKeyKind.schema,
  optionsType: 'nested object',
  widget: 'object',
};

/** The one object of the model `to` whose relation `via` points here, or null. */
export const reverseOne = (to: string, via: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: reverseOneKind,
  to,
  via,
  filter: false,
  rest: { readOnly: true, allowNull: true },
  ...options,
});

const genericReverseKind: Kind = { ...manyToManyKind, name: 'genericReverse', columnType: () => undefined };

/** The objects of the model `to` whose generic relation may point here; not served unless said. */
export const genericReverse = (to: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: genericReverseKind,
  to,
  rest: false,
  filter: false,
  ...options,
});
