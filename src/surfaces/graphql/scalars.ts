import { GraphQLError } from 'graphql';

/** Refuses a value, naming the scalar and the value. */
const refuse = (scalar: string, value: unknown): never => {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  throw new GraphQLError(`Value cannot represent a ${scalar}: "${shown}".`);
};

const matching =
  (scalar: string, pattern: RegExp) =>
  (value: unknown): string =>
    typeof value === 'string' && pattern.test(value) ? value : refuse(scalar, value);

/** How the schema's own scalars read a value that a client gives: as PostgreSQL's text of it. */
export const scalarReaders: Readonly<Record<string, (value: unknown) => unknown>> = {
  // A text may be a pattern; where a number is compared with, it must be one.
  BigInt: (value) =>
    (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'string'
      ? String(value)
      : refuse('BigInt', value),
  Date: matching('Date', /^\d{4}-\d{2}-\d{2}$/),
  DateTime: (value) => {
    const ok = typeof value === 'string' && !Number.isNaN(Date.parse(value)) && /^\d{4}-\d{2}-\d{2}/.test(value);
    return ok
      ? /(Z|[+-]\d{2}:?\d{2})$/.test(value) || value.length === 10
        ? value
        : `${value}Z`
      : refuse('DateTime', value);
  },
  Decimal: (value) =>
    (typeof value === 'number' || typeof value === 'string') && /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(String(value))
      ? String(value)
      : refuse('Decimal', value),
  Time: matching('Time', /^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/),
  UUID: matching('UUID', /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i),
};
