import type { Rules } from '#operations/write/rules.ts';

/** What models do on writing beyond what they declare, by model; `*` for every model. */
export const rules: Rules = Object.freeze({});
