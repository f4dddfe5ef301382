import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const naturalOrderKind: Kind = {
  name: 'naturalOrder',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: parseText,
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  widget: 'hidden',
};

/** The field `from` in a spelling that sorts the way interfaces are counted; kept on every write. */
export const naturalOrder = (from: string, options: FieldOptions = {}): Unnamed => ({
  kind: naturalOrderKind,
  from,
  rest: false,
  filter: false,
  editable: false,
  max: 100,
  blank: true,
  ...options,
});
