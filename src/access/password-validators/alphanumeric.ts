import type { Validator } from './validator.ts';

/** What must be in a password, in the order in which NetBox asks for it: only the first that is missing is told. */
const wanted: readonly [pattern: RegExp, what: string][] = [
  [/\p{Nd}/u, 'numeral'],
  [/\p{Lu}/u, 'uppercase letter'],
  [/\p{Ll}/u, 'lowercase letter'],
];

/** A digit, an upper-case and a lower-case letter (NetBox's own rule). */
export const alphanumeric: Validator = {
  options: {},
  make: () => (password) => {
    const missing = wanted.find(([pattern]) => !pattern.test(password));
    return missing && `Password must have at least one ${missing[1]}.`;
  },
};
