import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { quoted, verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { byOperations } from '../parse.ts';

const contentTypeKind: Kind = {
  name: 'contentType',
  columnType: () => 'integer',
  render: () => quoted,
  parse: byOperations,
  schema: () => ({ type: 'string' }),
  optionsType: 'field',
  filter: 'contentType',
  widget: 'objectType',
};

/** A model, stored as the id of its content type and spelled `<app>.<model>` on the wire. */
export const contentType = (options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: contentTypeKind,
  to: 'contenttypes.contenttype',
  onDelete: 'protect',
  index: true,
  ...options,
});

const genericKind: Kind = {
  name: 'generic',
  columnType: () => undefined,
  render: () => verbatim,
  parse: byOperations,
  schema: () => ({ nullable: true }),
  optionsType: 'field',
  widget: 'object',
};

/** The object that a pair of type and id fields points at. */
export const generic = (typeField: string, idField: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: genericKind,
  typeField,
  idField,
  filter: false,
  rest: { readOnly: true },
  ...options,
});
