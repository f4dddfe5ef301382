import type { PasswordOwner, Validator } from './validator.ts';

const attributes = ['username', 'first_name', 'last_name', 'email'] as const;

/** What Django calls each. */
const labels: Readonly<Record<string, string>> = {
  username: 'username',
  first_name: 'first name',
  last_name: 'last name',
  email: 'email address',
};

/**
 * Not too much like what is known of the user: neither the whole of an attribute nor a word in it may share more than
 * `max_similarity` of its letters with the password, whatever their order.
 */
export const similarity: Validator = {
  options: {
    user_attributes: [
      `a list of ${attributes.join(', ')}`,
      (value) => Array.isArray(value) && value.every((one) => (attributes as readonly unknown[]).includes(one)),
    ],
    max_similarity: ['a number from 0.1 to 1', (value) => typeof value === 'number' && value >= 0.1 && value <= 1],
  },
  make({ user_attributes: looked = attributes, max_similarity: most = 0.7 }) {
    return (password, owner) => {
      const given = password.toLowerCase();
      const name = (looked as (keyof PasswordOwner)[]).find((attribute) =>
        parts(owner[attribute].toLowerCase()).some((part) => isClose(given, part, most as number)),
      );
      return name && `The password is too similar to the ${labels[name]}.`;
    };
  },
};

const parts = (text: string): string[] =>
  text === '' ? [] : [...text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean), text];

function isClose(password: string, part: string, most: number): boolean {
  // A short word in a long password is no likeness, however many of its letters are found.
  if (password.length >= 10 * part.length && part.length < (most / 2) * password.length) return false;
  return (2 * shared(password, part)) / (password.length + part.length) >= most;
}

/** How many letters two texts have in common. */
function shared(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const letter of one) left.set(letter, (left.get(letter) ?? 0) + 1);
  let found = 0;
  for (const letter of other) {
    const count = left.get(letter) ?? 0;
    if (count > 0) found++;
    left.set(letter, count - 1);
  }
  return found;
}
