/** Errors of a nested list as NetBox 4.7 spells them: those of the entries that have some, by position. */
export const byPosition = (errors: readonly object[]): Record<number, object> =>
  Object.fromEntries([...errors.entries()].filter(([, one]) => Object.keys(one).length > 0));
