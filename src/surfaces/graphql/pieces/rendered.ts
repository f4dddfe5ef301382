/** Why a value is missing, and where it would have stood, counted from the value that carries it. */
export interface Failure {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** A value with failures inside; null where one of them leaves nothing of it. */
export interface Spoiled {
  readonly text: string | null;
  readonly failures: readonly Failure[];
}

/** JSON text, or what is left of it. */
export type Rendered = string | Spoiled;

/** The failures one level up. */
export const below = (step: string | number, failures: readonly Failure[]): Failure[] =>
  failures.map(({ message, path }) => ({ message, path: [step, ...path] }));

/** Texts as a JSON array whose elements may not be null. */
export function listOf(items: readonly Rendered[]): Rendered {
  if (items.every((item) => typeof item === 'string')) return `[${items.join(',')}]`;
  const failures = items.flatMap((item, index) => (typeof item === 'string' ? [] : below(index, item.failures)));
  const texts = items.map((item) => (typeof item === 'string' ? item : item.text));
  return { text: texts.includes(null) ? null : `[${texts.join(',')}]`, failures };
}
