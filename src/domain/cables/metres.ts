import type { Draft } from '#operations/write/draft.ts';

/** Metres in each unit of length or distance. */
const metres: Readonly<Record<string, number>> = {
  km: 1000,
  m: 1,
  cm: 0.01,
  mi: 1609.344,
  ft: 0.3048,
  in: 0.0254,
};

/** Fills `_abs_<name>`, a length in metres by which objects are sorted; takes the unit away where there is no length. */
export function fillMetres(draft: Draft, name: 'length' | 'distance'): void {
  const length = draft.number(name);
  const unit = draft.get(`${name}_unit`);
  if (length === null) draft.set(`${name}_unit`, null);
  draft.set(`_abs_${name}`, length !== null && unit ? (length * (metres[unit] ?? 1)).toFixed(4) : null);
}
