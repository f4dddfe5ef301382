import type { Draft } from '#operations/write/draft.ts';

/** Metres in each unit of length. */
const metres: Readonly<Record<string, number>> = {
  km: 1000,
  m: 1,
  cm: 0.01,
  mi: 1609.344,
  ft: 0.3048,
  in: 0.0254,
};

/** Fills the length in metres, by which cables are sorted; no unit without a length. */
export function fillLength(draft: Draft): void {
  const length = draft.number('length');
  const unit = draft.get('length_unit');
  if (length === null) draft.set('length_unit', null);
  draft.set('_abs_length', length !== null && unit ? (length * (metres[unit] ?? 1)).toFixed(4) : null);
}
