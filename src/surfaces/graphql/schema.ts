import { buildSchema, type GraphQLSchema, isEnumType, isScalarType, Kind, valueFromASTUntyped } from 'graphql';
import type { Registry } from '#registry/registry.ts';
import { enumSets, enumValues } from './enums.ts';
import { scalarReaders } from './scalars.ts';
import { schemaText } from './schema-text.ts';

/** The schema that the registry makes: enumerations read as the stored values, scalars checked. */
export function buildGraphqlSchema(registry: Registry): GraphQLSchema {
  const schema = buildSchema(schemaText(registry), { assumeValid: true });
  for (const [name, set] of enumSets(registry)) {
    const type = schema.getType(name);
    if (!isEnumType(type)) continue;
    const values = enumValues(set);
    for (const one of type.getValues()) one.value = values.get(one.name);
  }
  for (const [name, read] of Object.entries(scalarReaders)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = read;
    // A whole number may be larger than JavaScript's exact ones: it stays a text.
    type.parseLiteral = (node, variables) =>
      read(node.kind === Kind.INT && name !== 'Decimal' ? node.value : valueFromASTUntyped(node, variables));
  }
  return schema;
}
