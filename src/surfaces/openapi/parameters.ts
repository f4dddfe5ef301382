import type { Filter } from '#query/filters/filter.ts';
import { filtersOf } from '#query/filters/filters-of.ts';
import type { FilterKind } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Schema } from './schema.ts';

export interface Parameter {
  readonly in: 'query' | 'path';
  readonly name: string;
  readonly schema: Schema;
  readonly description?: string;
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly style?: string;
}

/** A parameter of the query. */
export const parameter = (name: string, type: string, description: string, required = false): Parameter => ({
  in: 'query',
  name,
  schema: { type },
  description,
  ...(required ? { required } : {}),
});

/** What shapes the answer, on every endpoint that serves objects. */
export const shaping: readonly Parameter[] = [
  parameter('brief', 'boolean', 'Serve a few properties of each object.'),
  parameter('fields', 'string', 'Serve just these properties: names joined by commas.'),
  parameter('omit', 'string', 'Leave these properties out: names joined by commas.'),
];

const paging: readonly Parameter[] = [
  parameter('limit', 'integer', 'How many objects a page holds; 0 for as many as the server allows.'),
  parameter('offset', 'integer', 'How many objects precede the page.'),
  parameter('ordering', 'string', 'The property to sort by; a minus before it reverses.'),
  parameter('start', 'integer', 'Pages by key: the first key of the page. Not together with an offset.'),
];

/** The key in the path of one object. */
export const keyParameter = (model: Model, type = 'integer'): Parameter => ({
  in: 'path',
  name: 'id',
  schema: { type },
  description: `The key of the ${model.label}.`,
  required: true,
});

const types: Readonly<Record<FilterKind, Schema>> = {
  text: { type: 'string' },
  number: { type: 'integer', format: 'int32' },
  decimal: { type: 'number', format: 'double' },
  boolean: { type: 'boolean' },
  dateTime: { type: 'string', format: 'date-time' },
  dateTimeRange: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  choice: { type: 'string' },
  multipleChoice: { type: 'string' },
  mac: { type: 'string' },
  timeZone: { type: 'string' },
  contentType: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  related: { type: 'integer' },
  tree: { type: 'string' },
  tag: { type: 'string' },
  tagId: { type: 'integer' },
  single: { type: 'string' },
  numericArray: { type: 'integer' },
  duration: { type: 'string' },
  search: { type: 'string' },
};

function filterParameters(filter: Filter): Parameter[] {
  const { name, kind, one } = filter;
  const type = typeOf(filter);
  if (kind === 'dateTimeRange')
    return ['after', 'before'].map((end) => ({ in: 'query', name: `${name}_${end}`, schema: type }));
  return one
    ? [{ in: 'query', name, schema: type }]
    : [{ in: 'query', name, schema: { type: 'array', items: type }, explode: true, style: 'form' }];
}

/** A related filter's values are keys, or values of the attribute that names the object. */
function typeOf({ kind, by, to, path, choices }: Filter): Schema {
  if (kind === 'related' && by !== undefined) {
    const attribute = to?.fields.get(by);
    if (attribute?.kind.schema(attribute).type !== 'integer') return { type: 'string' };
    return { type: 'integer', ...(attribute.bits === 64 ? long : {}) };
  }
  if (typeof choices?.[0] === 'number') return { type: 'integer' };
  return kind === 'number' && path?.field?.bits === 64 ? { ...types.number, ...long } : types[kind];
}

/** Numbers of AS and speeds of ports are beyond 32 bits: clients that know no other would cut them short. */
const long = { format: 'int64' } as const;

/**
 * Everything that a list of the model takes in its query, by name. What pages the list comes before a filter of the
 * same name: no operation may have two parameters of one name.
 */
export function listParameters(registry: Registry, model: Model): Parameter[] {
  const filters = [...filtersOf(registry, model).values()].flatMap(filterParameters);
  const byName = new Map([...filters, ...shaping, ...paging].map((one) => [one.name, one]));
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
