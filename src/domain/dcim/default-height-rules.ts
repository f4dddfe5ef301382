import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

const unsaid = new WeakMap<WriteContext, Set<string>>();

/** NetBox 4.7 logs the height of a device type that a POST or PUT left unsaid as a number, others as texts. */
export const defaultHeightRules: ModelRules = {
  saved(drafts, context) {
    const keys = unsaid.get(context) ?? new Set<string>();
    for (const draft of drafts) if (draft.whole && !draft.given('u_height')) keys.add(draft.key!);
    unsaid.set(context, keys);
  },
  logged: async (keys, context) =>
    new Map(keys.flatMap((key) => (unsaid.get(context)?.has(key) ? [[key, [['u_height', '1.0']]] as const] : []))),
};
