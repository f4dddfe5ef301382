import type { Field } from '#fields/field.ts';
import { type FilterDeclaration, type FilterKind, related, tree } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

type Declarations = [name: string, declaration: FilterDeclaration][];

/** Every filter of the model without lookup: what its fields and features give, then what its file declares. */
export function declarationsOf(registry: Registry, model: Model): ReadonlyMap<string, FilterDeclaration> {
  const all: [string, FilterDeclaration | false][] = [
    ...(model.key === undefined || model.key === 'bigint' || model.key === 'integer' ? keyFilter : []),
    ...[...model.fields.values()].flatMap((field) => fieldFilters(registry, field)),
    ...ownership(model),
    ...featureFilters(model),
    ...Object.entries(model.filters ?? {}),
  ];
  const declared = new Map(all);
  return new Map([...declared].filter((entry): entry is [string, FilterDeclaration] => entry[1] !== false));
}

const keyFilter: Declarations = [['id', { kind: 'number', path: 'id' }]];

function fieldFilters(registry: Registry, field: Field): Declarations {
  const quirk = field.filter;
  if (quirk === false) return [];
  if (field.kind.name === 'foreignKey' || field.kind.name === 'oneToOne') return relationFilters(registry, field);
  const kind = (quirk?.kind ?? field.kind.filter) as FilterKind | undefined;
  if (!kind || kind === 'related') return [];
  const { lookup, lookups, one, nullWord, within } = quirk ?? {};
  return [
    [
      field.name,
      {
        kind,
        path: field.name,
        ...(lookup === undefined ? {} : { lookup }),
        ...(lookups === undefined ? {} : { lookups }),
        ...(one === undefined ? {} : { one }),
        ...(nullWord === undefined ? {} : { nullWord }),
        ...(within === undefined ? {} : { within }),
      },
    ],
  ];
}

/** `site_id` by key and `site` by slug (or name, where there is none). Copied relations (`_site`) have none. */
function relationFilters(registry: Registry, field: Field): Declarations {
  if (field.name.startsWith('_')) return [];
  const target = registry.get(field.to!);
  const { id = true, by = ['slug', 'name'].find((name) => target.fields.has(name)) } = field.filter || {};
  const of = isTree(target) ? tree : related;
  return [
    ...(id ? ([[`${field.name}_id`, of(field.name)]] satisfies Declarations) : []),
    ...(by ? ([[field.name, of(field.name, { by })]] satisfies Declarations) : []),
  ];
}

const isTree = (model: Model): boolean => [...model.fields.values()].some(({ kind }) => kind.name === 'treePath');

/** The groups of the tenant and of the owner, where the model has them. */
function ownership({ fields }: Model): Declarations {
  const points = (name: string, to: string) => {
    const field = fields.get(name);
    return field?.to === to && field.filter !== false;
  };
  return [
    ...(points('tenant', 'tenancy.tenant')
      ? ([
          ['tenant_group_id', tree('tenant.group')],
          ['tenant_group', tree('tenant.group', { by: 'slug' })],
        ] satisfies Declarations)
      : []),
    ...(points('owner', 'users.owner')
      ? ([
          ['owner_group_id', related('owner.group')],
          ['owner_group', related('owner.group', { by: 'name' })],
        ] satisfies Declarations)
      : []),
  ];
}

function featureFilters({ fields, features = [], quickSearch }: Model): Declarations {
  return [
    ...(quickSearch ? ([['q', { kind: 'search', one: true }]] satisfies Declarations) : []),
    ...(fields.get('tags')?.kind.name === 'tags'
      ? ([
          ['tag', { kind: 'tag', path: 'tags', by: 'slug' }],
          ['tag_id', { kind: 'tagId', path: 'tags' }],
        ] satisfies Declarations)
      : []),
    ...(features.includes('contacts')
      ? ([
          ['contact', related('contacts.contact')],
          ['contact_role', related('contacts.role')],
          ['contact_group', tree('contacts.contact.groups')],
        ] satisfies Declarations)
      : []),
    ...(features.includes('changeLogging')
      ? (['created_by_request', 'updated_by_request', 'modified_by_request'].map((name) => [
          name,
          { kind: 'uuid', behaviour: 'byRequest', one: true },
        ]) as Declarations)
      : []),
  ];
}
