import type { Rules } from '#operations/write/rules.ts';
import { cableRules } from '../cables/cable-rules.ts';
import { cableTerminationRules } from '../cables/cable-termination-rules.ts';

/** What models do on writing beyond what they declare, by model; `*` for every model. */
export const rules: Rules = Object.freeze({
  'dcim.cable': [cableRules],
  'dcim.cabletermination': [cableTerminationRules],
});
