import type { Field, FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind, ValueSchema } from '../kind.ts';
import { byOperations } from '../parse.ts';
import { behaviourSchemas } from './behaviour-schemas.ts';

const schemas: Readonly<Record<string, ValueSchema>> = {
  integer: { type: 'integer' },
  number: { type: 'number', format: 'double' },
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  object: { type: 'object', additionalProperties: {} },
  objects: { type: 'array', items: { type: 'object', additionalProperties: {} } },
};

function computedKind(name: string, optionsType: Kind['optionsType'], widget: string): Kind {
  return {
    name,
    columnType: () => undefined,
    render: () => verbatim,
    parse: byOperations,
    schema: ({ by, returns }: Field) => behaviourSchemas[by ?? ''] ?? schemas[returns ?? 'any'] ?? {},
    optionsType,
    widget,
  };
}

const relatedCountKind: Kind = {
  ...computedKind('relatedCount', 'field', 'count'),
  schema: ({ rest }) => ({ type: 'integer', ...(typeof rest === 'object' && rest.options ? {} : { format: 'int64' }) }),
  nested: false,
};

/** How many objects of the model `counts` point here through their field `via`, counted when asked. */
export const relatedCount = (counts: string, via: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: relatedCountKind,
  counts,
  via,
  returns: 'integer',
  filter: false,
  rest: { readOnly: true },
  ...options,
});

const treeCountKind = computedKind('treeCount', 'integer', 'count');

/** Like relatedCount, over this node of the tree and all below it. */
export const treeCount = (counts: string, via: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  ...relatedCount(counts, via, options),
  kind: treeCountKind,
});

const optionsTypes: Readonly<Record<string, string>> = {
  integer: 'integer',
  number: 'decimal',
  string: 'string',
  boolean: 'boolean',
};
const computedFieldKind = computedKind('computed', ({ returns }) => optionsTypes[returns!] ?? 'field', 'text');

/** A value that a behaviour of src/domain/ computes: `by` names it, `returns` tells its type. */
export const computed = (by: string, returns: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: computedFieldKind,
  by,
  returns,
  blank: true,
  filter: false,
  rest: { readOnly: true },
  ...options,
});
