import type { Run } from '../run.ts';

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

/**
 * Texts as a JSON array whose elements may not be null. Texts are added up and never joined: what several objects
 * share is not copied before the whole answer is known to be short enough.
 */
export function listOf(items: readonly Rendered[], run: Run): Rendered {
  let text = '[';
  let failures: Failure[] | undefined;
  let lost = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (i > 0) text += ',';
    if (typeof item === 'string') text += item;
    else {
      failures = [...(failures ?? []), ...below(i, item.failures)];
      if (item.text === null) lost = true;
      else text += item.text;
    }
    run.grown(text.length);
  }
  text += ']';
  return failures ? { text: lost ? null : text, failures } : text;
}
