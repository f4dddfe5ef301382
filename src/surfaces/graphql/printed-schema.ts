import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Registry } from '#registry/registry.ts';
import { buildGraphqlSchema } from './schema.ts';

/** The schema as a file to read and to compare: types, fields and values in alphabetical order. */
export const printedSchema = (registry: Registry): string =>
  `${printSchema(lexicographicSortSchema(buildGraphqlSchema(registry)))}\n`;
