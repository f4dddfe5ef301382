import { arrayElements } from '#fields/array-text.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { storedKeys } from '../rules/draft-rows.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { refuse } from './problem.ts';

const unitsOf = (draft: Draft): number[] => arrayElements(draft.get('units') ?? '{}').map(Number);

/** Reservations are of units that the rack has and nobody else has reserved. */
export const reservationRules: ModelRules = {
  async validate(drafts, context) {
    const [racks, reserved] = await Promise.all([
      relatedRows(drafts, context, { relation: 'rack', select: 't.u_height, t.starting_unit' }),
      context.rows(
        'select rack_id, u from dcim_rackreservation, unnest(units) u where rack_id = any($1) and not (id = any($2))',
        [`{${drafts.flatMap((draft) => draft.get('rack') ?? []).join(',')}}`, storedKeys(drafts)],
      ),
    ]);
    const taken = new Set(reserved.map(([rack, unit]) => `${rack} ${unit}`));
    refuse(drafts, (draft) => {
      const rack = draft.get('rack')!;
      const [height, start] = racks.get(rack)!.map(Number);
      const units = unitsOf(draft);
      const missing = units.filter((unit) => unit < start! || unit > start! + height! - 1);
      if (missing.length > 0) return ['units', `Invalid unit(s) for ${height}U rack: ${missing.join(', ')}`];
      const used = units.filter((unit) => taken.has(`${rack} ${unit}`));
      for (const unit of units) taken.add(`${rack} ${unit}`);
      return used.length > 0
        ? ['units', `The following units have already been reserved: ${used.join(', ')}`]
        : undefined;
    });
  },
};
