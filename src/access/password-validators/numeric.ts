import type { Validator } from './validator.ts';

/** Not digits alone. */
export const numeric: Validator = {
  options: {},
  make: () => (password) => (/^\p{Nd}+$/u.test(password) ? 'This password is entirely numeric.' : undefined),
};
