import { pythonPattern } from '#base/python-pattern.ts';

/** What a rule says about a value; the message where the value does not satisfy it. */
type Check = (value: unknown, limit: unknown) => string | undefined;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value as object).length === 0);

const same = (value: unknown, other: unknown): boolean => JSON.stringify(value) === JSON.stringify(other);

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length
      : 0;

/** Whether one value comes before another; values of different kinds don't. */
const isBelow = (value: unknown, other: unknown): boolean =>
  typeof value === typeof other && (value as number | string) < (other as number | string);

/** NetBox 4.7's declarative rules by name. */
export const checks: Readonly<Record<string, Check>> = {
  eq: (value, limit) => (same(value, limit) ? undefined : `Ensure this value is equal to ${limit}.`),
  neq: (value, limit) => (same(value, limit) ? `Ensure this value does not equal ${limit}.` : undefined),
  min: (value, limit) =>
    same(value, limit) || isBelow(limit, value) ? undefined : `Ensure this value is greater than or equal to ${limit}.`,
  max: (value, limit) =>
    same(value, limit) || isBelow(value, limit) ? undefined : `Ensure this value is less than or equal to ${limit}.`,
  min_length: (value, limit) =>
    lengthOf(value) >= Number(limit)
      ? undefined
      : `Ensure this value has at least ${limit} characters (it has ${lengthOf(value)}).`,
  max_length: (value, limit) =>
    lengthOf(value) <= Number(limit)
      ? undefined
      : `Ensure this value has at most ${limit} characters (it has ${lengthOf(value)}).`,
  regex: (value, limit) => {
    try {
      return pythonPattern(String(limit)).test(value === null ? 'None' : String(value))
        ? undefined
        : 'Enter a valid value.';
    } catch (error) {
      return `The value cannot be checked by the regular expression ${limit}: ${(error as Error).message}`;
    }
  },
  required: (value, enforced) => (enforced && isEmpty(value) ? 'This field must not be empty.' : undefined),
  prohibited: (value, enforced) => (enforced && !isEmpty(value) ? 'This field must be empty.' : undefined),
};
