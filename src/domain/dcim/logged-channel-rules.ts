import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Under what a draft keeps the numbers that follow from its channel. */
export const derivedChannel = 'derived channel';

const derived = new WeakMap<WriteContext, Map<string, ReadonlyMap<string, number>>>();

/** NetBox 4.7 logs a frequency and a width that follow from the channel without the zeros that are stored. */
export const loggedChannelRules: ModelRules = {
  saved(drafts, context) {
    const known = derived.get(context) ?? new Map<string, ReadonlyMap<string, number>>();
    for (const draft of drafts) {
      const numbers = draft.notes.get(derivedChannel) as ReadonlyMap<string, number> | undefined;
      if (numbers?.size) known.set(draft.key!, numbers);
    }
    if (known.size > 0) derived.set(context, known);
  },
  logged: async (keys, context) => {
    const known = derived.get(context);
    return new Map(
      keys.flatMap((key) => {
        const numbers = known?.get(key);
        return numbers ? [[key, [...numbers].map(([name, value]) => [name, `"${value}"`] as const)] as const] : [];
      }),
    );
  },
};
