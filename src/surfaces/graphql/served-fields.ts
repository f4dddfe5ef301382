import type { Field } from '#fields/field.ts';
import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf } from '#registry/registry.ts';
import { factsOf } from './facts.ts';
import { typeName } from './names.ts';
import { type Token, tokensOf } from './tokens.ts';
import { valueType } from './value-types.ts';

/** A field of a model's object type, before any type object exists. */
export interface ServedField {
  readonly name: string;
  /** The field or relation of the model that stands behind it, or one of the names that every model has. */
  readonly source: string;
  /** In GraphQL's spelling. */
  readonly type: string;
  /** Takes filters and pagination. */
  readonly paged: boolean;
}

type Served = readonly [name: string, field: Omit<ServedField, 'name'>];

const value = (name: string, type: string): Served => [name, { source: name, type, paged: false }];
const list = (name: string, type: string, { source = name, paged = true } = {}): Served => [
  name,
  { source, type: `[${type}!]!`, paged },
];

/** The fields of the model's object type: what fields and features give, then what the model's file says. */
export function servedFields(registry: Registry, model: Model): ReadonlyMap<string, ServedField> {
  const served = new Map<string, Omit<ServedField, 'name'>>([
    ...(model.key === 'none' ? [] : [value('id', 'ID!')]),
    value('display', 'String!'),
    value('class_type', 'String!'),
    ...featureFields(model),
    ...[...model.fields.values()].flatMap((field) => fromField(registry, model, field)),
  ]);
  for (const token of tokensOf(factsOf(model).fields)) apply(registry, model, served, token);
  return new Map([...served].map(([name, field]) => [name, { name, ...field }]));
}

function featureFields({ features = [], fields }: Model): Served[] {
  const kinds = new Set([...fields.values()].map(({ kind }) => kind.name));
  return [
    ...(features.includes('changeLogging') ? [list('changelog', 'ObjectChangeType', { paged: false })] : []),
    ...(features.includes('contacts') ? [list('contacts', 'ContactAssignmentType')] : []),
    ...(features.includes('imageAttachments')
      ? [list('image_attachments', 'ImageAttachmentType', { source: 'images', paged: false })]
      : []),
    ...(features.includes('journaling') ? [list('journal_entries', 'JournalEntryType', { paged: false })] : []),
    ...(kinds.has('customFields') ? [value('custom_fields', 'JSON!'), value('custom_field_data', 'JSON!')] : []),
    ...(kinds.has('treePath') ? [value('level', 'Int!')] : []),
  ];
}

const hidden = new Set(['binary', 'customFields', 'sortPath', 'treePath']);

function fromField(registry: Registry, model: Model, field: Field): Served[] {
  const name = field.source ?? field.name;
  const type = field.kind.name;
  if (hidden.has(type) || (field.to && registry.get(field.to).graphql === false)) return [];
  const mark = field.null ? '' : '!';
  if (type === 'tags' || type === 'manyToMany' || type === 'reverse') {
    if (type === 'manyToMany' && field.rest === false) return [];
    return [list(name, typeName(registry.get(type === 'tags' ? 'extras.tag' : field.to!)), { source: field.name })];
  }
  if (type === 'foreignKey' || type === 'oneToOne') {
    if (field.name.startsWith('_')) return [];
    return [[name, { source: field.name, type: `${typeName(registry.get(field.to!))}${mark}`, paged: false }]];
  }
  if (type === 'contentType') {
    if (isPartOfUnion(model, field)) return [];
    return [[name, { source: field.name, type: 'ContentTypeType', paged: false }]];
  }
  const own = columnOf(field) && valueType(field);
  if (!own || isPartOfUnion(model, field)) return [];
  return [[name, { source: field.name, type: `${own}${mark}`, paged: false }]];
}

/** Half of a generic relation that is served as the object it leads to. */
function isPartOfUnion(model: Model, { name }: Field): boolean {
  const tokens = tokensOf(factsOf(model).fields);
  return [...model.fields.values()].some(
    (field) =>
      field.kind.name === 'generic' &&
      (field.typeField === name || field.idField === name) &&
      tokens.some((token) => (token.source ?? token.name) === (field.source ?? field.name)),
  );
}

function apply(
  registry: Registry,
  model: Model,
  served: Map<string, Omit<ServedField, 'name'>>,
  { name, removed, source, type, nullable, paged }: Token,
): void {
  if (removed) {
    if (!served.delete(name)) throw new Error(`${model.name}: GraphQL has no field ${name} to take away`);
    return;
  }
  const known = served.get(name);
  if (known) {
    const stated = type ?? (nullable === undefined ? known.type : known.type.replace(/!?$/, nullable ? '' : '!'));
    served.set(name, { source: source ?? known.source, type: stated, paged: paged ?? known.paged });
    return;
  }
  const from = source ?? name;
  if (type) {
    served.set(name, { source: from, type, paged: paged ?? false });
    return;
  }
  const target = relationTarget(registry, model, from);
  if (!target) throw new Error(`${model.name}: GraphQL's field ${name} has no type`);
  if (target.many) served.set(...list(name, typeName(target.model), { source: from, paged: paged ?? true }));
  else
    served.set(name, { source: from, type: `${typeName(target.model)}${nullable === false ? '!' : ''}`, paged: false });
}

/** Where a relation that no field of the model serves leads. */
function relationTarget(registry: Registry, model: Model, name: string): { model: Model; many: boolean } | undefined {
  const field = fieldNamed(model, name);
  if (field?.to)
    return {
      model: registry.get(field.to),
      many: ['manyToMany', 'reverse', 'genericReverse'].includes(field.kind.name),
    };
  const incoming = registry.incoming(model).get(name);
  if (incoming) return { model: incoming.model, many: incoming.field.kind.name !== 'oneToOne' };
  const generic = registry.generics(model).get(name);
  return generic && { model: generic, many: true };
}
