import { isMapping, iterated, quotedText, Speaking } from './python-values.ts';

type Test = (value: unknown, ...given: unknown[]) => boolean;

const same: Test = (one, other) => quotedText(one) === quotedText(other);
const compared =
  (holds: (one: number, other: number) => boolean): Test =>
  (one, other) =>
    holds(one as number, other as number);

/** Jinja's tests: what follows `is`. */
export const tests: Readonly<Record<string, Test>> = {
  boolean: (value) => typeof value === 'boolean',
  callable: (value) => typeof value === 'function',
  defined: (value) => value !== undefined,
  divisibleby: (value, by) => Number(value) % Number(by) === 0,
  eq: same,
  equalto: same,
  escaped: () => false,
  even: (value) => Number(value) % 2 === 0,
  false: (value) => value === false,
  float: (value) => typeof value === 'number' && !Number.isInteger(value),
  ge: compared((one, other) => one >= other),
  greaterthan: compared((one, other) => one > other),
  gt: compared((one, other) => one > other),
  in: (value, among) =>
    typeof among === 'string' ? among.includes(String(value)) : iterated(among).some((one) => same(one, value)),
  integer: (value) => Number.isInteger(value),
  iterable: (value) =>
    Array.isArray(value) || typeof value === 'string' || isMapping(value) || value instanceof Speaking,
  le: compared((one, other) => one <= other),
  lessthan: compared((one, other) => one < other),
  lower: (value) => typeof value === 'string' && value === value.toLowerCase(),
  lt: compared((one, other) => one < other),
  mapping: isMapping,
  ne: (one, other) => !same(one, other),
  none: (value) => value === null,
  number: (value) => typeof value === 'number',
  odd: (value) => Math.abs(Number(value) % 2) === 1,
  sameas: (one, other) => one === other,
  sequence: (value) => Array.isArray(value) || typeof value === 'string' || isMapping(value),
  string: (value) => typeof value === 'string',
  true: (value) => value === true,
  undefined: (value) => value === undefined,
  upper: (value) => typeof value === 'string' && value === value.toUpperCase(),
};
