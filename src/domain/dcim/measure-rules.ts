import { toGrams, toLitresPerMinute, toMillimetres } from '#base/units.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { type Problem, refuse } from './problem.ts';

/** A measure with a unit, and how its column for sorting is filled. */
interface Measure {
  readonly unit: string;
  readonly words: string;
  readonly convert: (text: string, unit: string) => string;
  /** Whether nothing at all is meant by zero. */
  readonly zeroIsNone?: boolean;
  /** Whether the unit goes with the value. */
  readonly dropsUnit?: boolean;
}

const measures = {
  weight: { unit: 'weight_unit', words: 'a weight', convert: toGrams, zeroIsNone: true },
  max_weight: { unit: 'weight_unit', words: 'a maximum weight', convert: toGrams, zeroIsNone: true },
  diameter: { unit: 'diameter_unit', words: 'a diameter', convert: toMillimetres, dropsUnit: true },
  max_flow: { unit: 'max_flow_unit', words: 'a maximum flow', convert: toLitresPerMinute, dropsUnit: true },
} satisfies Record<string, Measure>;

const given = (draft: Draft, name: string, { zeroIsNone }: Measure): string | null => {
  const text = draft.get(name);
  return text === null || (zeroIsNone && Number(text) === 0) ? null : text;
};

function problemOf(draft: Draft, name: string, measure: Measure): Problem {
  const text = given(draft, name, measure);
  if (text === null) return undefined;
  if (!draft.get(measure.unit)) return [wholeObject, `Must specify a unit when setting ${measure.words}`];
  return Number(text) < 0 ? [name, 'Must be a positive number.'] : undefined;
}

/** Measures have a unit, and are kept in one unit too, by which objects are sorted. */
export function measureRules(...names: readonly (keyof typeof measures)[]): ModelRules {
  const list: readonly (readonly [string, Measure])[] = names.map((name) => [name, measures[name]]);
  return {
    validate: (drafts) =>
      refuse(drafts, (draft) => {
        for (const [name, measure] of list) {
          const problem = problemOf(draft, name, measure);
          if (problem) return problem;
        }
        return undefined;
      }),
    derive(drafts) {
      for (const draft of drafts)
        for (const [name, measure] of list) {
          const text = given(draft, name, measure);
          const unit = draft.get(measure.unit);
          if (measure.dropsUnit && text === null) draft.set(measure.unit, null);
          draft.set(`_abs_${name}`, text !== null && unit ? measure.convert(text, unit) : null);
        }
    },
  };
}
