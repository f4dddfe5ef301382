import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const treePathKind: Kind = {
  name: 'treePath',
  columnType: () => 'public.ltree',
  render: () => quoted,
  parse: parseText,
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  widget: 'hidden',
};

const sortPathKind: Kind = {
  name: 'sortPath',
  parse: parseText,
  columnType: () => 'text',
  render: () => quoted,
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  widget: 'hidden',
};

/** The ids from the root of the tree to this node, kept by a trigger. */
export const treePath = (options: FieldOptions = {}): Unnamed => ({
  kind: treePathKind,
  rest: false,
  filter: false,
  editable: false,
  ...options,
});

/** The names from the root to this node, in which the tree sorts; kept by a trigger. */
export const sortPath = (options: FieldOptions = {}): Unnamed => ({
  kind: sortPathKind,
  rest: false,
  filter: false,
  editable: false,
  ...options,
});
