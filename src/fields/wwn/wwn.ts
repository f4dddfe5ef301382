import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';

const wwnKind: Kind = {
  name: 'wwn',
  columnType: () => 'macaddr8',
  render: () => (text: string) => `"${text.toUpperCase()}"`,
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  filter: 'mac',
  widget: 'text',
};

/** A 64-bit World Wide Name. */
export const wwn = (options: FieldOptions = {}): Unnamed => ({ kind: wwnKind, ...options });
