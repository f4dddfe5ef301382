import type { Draft } from '#operations/write/draft.ts';

/** What is wrong with an object: the field, or the whole object, and what to say. */
export type Problem = readonly [field: string, message: string] | undefined;

/** Adds to each draft what is found to be wrong with it first. */
export function refuse(drafts: readonly Draft[], problemOf: (draft: Draft) => Problem): void {
  for (const draft of drafts) {
    const problem = problemOf(draft);
    if (problem) draft.errors.add(...problem);
  }
}
