import type { ModelRules } from '#operations/write/rules.ts';
import { placeTerminations } from './connect-cables.ts';
import { retrace } from './paths/retrace.ts';

/** Terminations of cables: made by cables, gone with them or with the object at the end. */
export const cableTerminationRules: ModelRules = {
  derive: placeTerminations,

  // The cable stays when an object at its end goes; paths end where it was.
  async deleted(rows, context) {
    const type = context.contentTypes.id('dcim.cable');
    const cables = new Set(rows.map(({ columns }) => `${type}:${columns.get('cable_id')}`));
    await retrace(context, { through: [...cables], lenient: true });
  },
};
