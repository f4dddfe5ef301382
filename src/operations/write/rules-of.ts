import type { Model } from '#registry/model.ts';
import type { ModelRules, Rules } from './rules.ts';

/** The rules that apply to a model: those of every model first. */
export const rulesOf = (rules: Rules, model: Model): readonly ModelRules[] => [
  ...(rules['*'] ?? []),
  ...(rules[model.name] ?? []),
];
