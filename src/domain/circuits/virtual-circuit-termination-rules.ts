import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';

const virtualTypes = ['virtual', 'lag', 'bridge'];

/** Virtual circuits end at virtual interfaces. */
export const virtualCircuitTerminationRules: ModelRules = {
  async validate(drafts, context) {
    const interfaces = await relatedRows(drafts, context, { relation: 'interface', select: 't.type' });
    for (const draft of drafts)
      if (!virtualTypes.includes(interfaces.get(draft.get('interface')!)?.[0] ?? ''))
        draft.errors.add(wholeObject, 'Virtual circuits may be terminated only to virtual interfaces.');
  },
};
