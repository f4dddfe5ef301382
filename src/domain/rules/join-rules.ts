import type { ModelRules, Rules } from '#operations/write/rules.ts';

/** One table of several: a model's rules of each, in their order. */
export function joinRules(...tables: readonly Rules[]): Rules {
  const joined: Record<string, readonly ModelRules[]> = {};
  for (const table of tables)
    for (const [model, rules] of Object.entries(table)) joined[model] = [...(joined[model] ?? []), ...rules];
  return Object.freeze(joined);
}
