import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { refuse } from './problem.ts';

/** Power feeds: alternating current has no sign; what they provide is kept in watts. */
export const powerFeedRules: ModelRules = {
  validate: (drafts) =>
    refuse(drafts, (draft) => {
      if (draft.number('voltage') === 0) return ['voltage', 'Value may not be 0.'];
      return draft.number('voltage')! < 0 && draft.get('supply') === 'ac'
        ? ['voltage', 'Voltage cannot be negative for AC supply']
        : undefined;
    }),
  derive(drafts) {
    for (const draft of drafts) draft.set('available_power', String(availablePower(draft)));
  },
};

function availablePower(draft: Draft): number {
  const watts =
    Math.abs(draft.number('voltage')!) * draft.number('amperage')! * (draft.number('max_utilization')! / 100);
  return halfToEven(draft.get('phase') === 'three-phase' ? watts * 1.732 : watts);
}

function halfToEven(value: number): number {
  const whole = Math.floor(value);
  if (value - whole !== 0.5) return Math.round(value);
  return whole % 2 === 0 ? whole : whole + 1;
}
