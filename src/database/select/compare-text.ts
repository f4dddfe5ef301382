import type { Lookup, Value } from '#query/tree.ts';
import { anyOf, placed } from './parameters.ts';

/** The characters that LIKE gives a meaning, taken as they are. */
const literal = (value: Value): string => value.replace(/[\\%_]/g, '\\$&');

const patterns: Partial<Record<Lookup, (value: Value) => string>> = {
  contains: (value) => `%${literal(value)}%`,
  icontains: (value) => `%${literal(value)}%`,
  startswith: (value) => `${literal(value)}%`,
  istartswith: (value) => `${literal(value)}%`,
  endswith: (value) => `%${literal(value)}`,
  iendswith: (value) => `%${literal(value)}`,
};

/**
 * The lookups that look into a text. Both sides are upper-cased by the database in the column's own collation, as
 * NetBox does, so that letters beyond ASCII fold alike. Undefined for any other lookup.
 */
export function compareText(
  expression: string,
  { lookup, values, collation }: { lookup: Lookup; values: readonly Value[]; collation?: string | undefined },
  parameters: string[],
): string | undefined {
  const place = (value: Value) =>
    collation ? `${placed(parameters, value, 'text')} collate ${collation}` : placed(parameters, value, 'text');
  if (lookup === 'iexact') return anyOf(values, (value) => `upper(${expression}) = upper(${place(value)})`);
  if (lookup === 'regex') return anyOf(values, (value) => `${expression} ~ ${place(value)}`);
  if (lookup === 'iregex') return anyOf(values, (value) => `${expression} ~* ${place(value)}`);
  const pattern = patterns[lookup];
  if (!pattern) return undefined;
  return lookup.startsWith('i')
    ? anyOf(values, (value) => `upper(${expression}) like upper(${place(pattern(value))})`)
    : anyOf(values, (value) => `${expression} like ${place(pattern(value))}`);
}
