import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { enumSets, enumValues } from './enums.ts';
import { factsOf } from './facts.ts';
import { lookupsText } from './lookups.ts';
import { filterName, queryName, typeName } from './names.ts';
import { servedFields } from './served-fields.ts';
import { servedFilters } from './served-filters.ts';
import { servedModels } from './served-models.ts';

const fixed = `
scalar BigInt
scalar Date
scalar DateTime
scalar Decimal
scalar JSON @specifiedBy(url: "https://ecma-international.org/wp-content/uploads/ECMA-404_2nd_edition_december_2017.pdf")
scalar Time
scalar UUID
input OffsetPaginationInput { offset: Int! = 0 limit: Int start: Int }
type DjangoImageType { name: String! path: String! size: Int! url: String! width: Int! height: Int! }
type DjangoModelType { pk: ID! }
type IPAddressFamilyType { value: Int! label: String! }
`;

/** The schema that the registry makes, in GraphQL's schema language. */
export function schemaText(registry: Registry): string {
  const models = servedModels(registry);
  const texts: string[] = [fixed, lookupsText];
  const queries: string[] = [];
  const used = new Set<string>();
  const filterOf = new Map(models.map((model) => [typeName(model), filterName(model)]));
  for (const model of models) {
    const type = typeName(model);
    const query = queryName(model);
    const args = `(filters: ${filterName(model)}, pagination: OffsetPaginationInput)`;
    if (query) queries.push(`${query}(id: ID!): ${type}!`, `${query}_list${args}: [${type}!]!`);
    texts.push(`${JSON.stringify(model.description)} type ${type} { ${fieldsText(registry, model, filterOf)} }`);
    const filters = servedFilters(registry, model);
    for (const filter of filters.values()) used.add(filter.type.replace(/[[\]!]/g, ''));
    texts.push(`input ${filterName(model)} { ${[...filters.values()].map(({ name, type: one }) => `${name}: ${one}`).join(' ')}
      AND: ${filterName(model)} OR: ${filterName(model)} NOT: ${filterName(model)} DISTINCT: Boolean }`);
    for (const [name, members] of Object.entries(factsOf(model).unions ?? {}))
      texts.push(
        `union ${name} = ${members
          .split(' ')
          .map((one) => typeName(registry.get(one)))
          .join(' | ')}`,
      );
  }
  texts.push(...enumTexts(registry, used), `type Query { ${queries.join('\n')} }`);
  return texts.join('\n');
}

function fieldsText(registry: Registry, model: Model, filterOf: ReadonlyMap<string, string>): string {
  return [...servedFields(registry, model).values()]
    .map(({ name, type, paged }) => {
      const element = type.replace(/[[\]!]/g, '');
      const filters = element === 'ContentTypeType' ? '' : `filters: ${filterOf.get(element)}, `;
      return `${name}${paged ? `(${filters}pagination: OffsetPaginationInput)` : ''}: ${type}`;
    })
    .join('\n');
}

/** Enumerations and their lookups, those that a filter names. */
function enumTexts(registry: Registry, used: ReadonlySet<string>): string[] {
  const texts: string[] = [];
  const lookups = [...used].filter((name) => name.endsWith('BaseFilterLookup'));
  const names = new Set([...used, ...lookups.flatMap(parentsOf)]);
  for (const [name, set] of enumSets(registry))
    if (names.has(name)) texts.push(`enum ${name} { ${[...enumValues(set).keys()].join(' ')} }`);
  for (const lookup of names)
    if (lookup.endsWith('BaseFilterLookup')) {
      const of = lookup.replace(/BaseFilterLookup$/, '');
      const type = of === 'Status' ? 'status' : of;
      texts.push(`input ${lookup} { exact: ${type} is_null: Boolean in_list: [${type}!] }`);
    }
  return texts;
}

/** `AEnumBaseFilterLookup` is about `AEnum`; a lookup of a lookup, about both. */
function parentsOf(lookup: string): string[] {
  const of = lookup.replace(/BaseFilterLookup$/, '');
  return of === lookup ? [] : [of === 'Status' ? 'status' : of, ...parentsOf(of)];
}
