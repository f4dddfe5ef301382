import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';

const booleanKind: Kind = {
  name: 'boolean',
  columnType: () => 'boolean',
  render: () => (text: string) => (text === 't' ? 'true' : 'false'),
  schema: () => ({ type: 'boolean' }),
  optionsType: 'boolean',
  filter: 'boolean',
  widget: 'boolean',
};

/** Yes or no. */
export const boolean = (options: FieldOptions = {}): Unnamed => ({ kind: booleanKind, ...options });
