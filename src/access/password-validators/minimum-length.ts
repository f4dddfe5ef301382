import type { Validator } from './validator.ts';

/** At least `min_length` characters; Django's own default is 8. */
export const minimumLength: Validator = {
  options: {
    min_length: ['a whole number from 1', (value) => Number.isInteger(value) && (value as number) > 0],
  },
  make({ min_length: least = 8 }) {
    return (password) =>
      [...password].length < (least as number)
        ? `This password is too short. It must contain at least ${least} character${least === 1 ? '' : 's'}.`
        : undefined;
  },
};
