import type { Value } from '#query/tree.ts';

/** PostgreSQL's text of a one-dimensional array. */
export const arrayText = (values: readonly Value[]): string =>
  `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

/** Adds a value to the statement's parameters and returns its place, cast to the type. */
export function placed(parameters: string[], value: Value, type: string): string {
  parameters.push(value);
  return `$${parameters.length}::${type}`;
}

/** `= value` or `= any(values)`: equality with one of the values, of which there is at least one. */
export const equals = (parameters: string[], values: readonly Value[], type: string): string =>
  values.length === 1
    ? `= ${placed(parameters, values[0]!, type)}`
    : `= any(${placed(parameters, arrayText(values), `${type}[]`)})`;

/** The condition repeated for each value, any of which suffices. */
export const anyOf = (values: readonly Value[], condition: (value: Value) => string): string =>
  values.length === 0
    ? 'false'
    : values.length === 1
      ? condition(values[0]!)
      : `(${values.map(condition).join(' or ')})`;
