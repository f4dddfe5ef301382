import type { ModelRules } from '#operations/write/rules.ts';

/** A notification keeps how its object is called, so that it can be told of one that is gone. */
export const notificationRules: ModelRules = {
  async derive(drafts, context) {
    const byType = new Map<string, Set<string>>();
    for (const draft of drafts) {
      const type = draft.get('object_type') ?? '';
      byType.set(type, (byType.get(type) ?? new Set()).add(draft.get('object_id') ?? ''));
    }
    for (const [type, keys] of byType) {
      const model = context.registry.find(context.contentTypes.name(type) ?? '');
      if (!model) continue;
      const reader = context.reader();
      const texts = await reader.load(reader.shapes.of(model, 'repr'), keys);
      for (const draft of drafts) {
        const text = draft.get('object_type') === type ? texts.get(draft.get('object_id') ?? '') : undefined;
        if (text !== undefined) draft.set('object_repr', text.slice(0, 200));
      }
    }
  },
};
