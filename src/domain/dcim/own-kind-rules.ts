import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { refuse } from './problem.ts';

/** Draws of power ports and their templates: what is allocated is at most the maximum. */
export const powerDrawRules: ModelRules = {
  validate: (drafts) =>
    refuse(drafts, (draft) => {
      const [allocated, maximum] = [draft.number('allocated_draw'), draft.number('maximum_draw')];
      return allocated !== null && maximum !== null && allocated > maximum
        ? ['allocated_draw', `Allocated draw cannot exceed the maximum draw (${maximum}W).`]
        : undefined;
    }),
};

/** What a component draws from is of the same device. */
export const sourceOfDevice = (relation: 'power_port' | 'cooling_intake'): ModelRules => ({
  async validate(drafts, context) {
    const sources = await relatedRows(drafts, context, { relation, select: 't.device_id, t.name' });
    refuse(drafts, (draft) => {
      const source = sources.get(draft.get(relation) ?? '');
      return source && source[0] !== draft.get('device')
        ? [wholeObject, `Parent ${relation.replace('_', ' ')} (${source[1]}) must belong to the same device`]
        : undefined;
    });
  },
});

/** What a template refers to is of the same device type or module type; of the whole object, or of each relation's field. */
export const templatesOfType = (relations: readonly string[], { ofField }: { ofField: boolean }): ModelRules => ({
  async validate(drafts, context) {
    for (const relation of relations) {
      const others = await relatedRows(drafts, context, {
        relation,
        select: 't.device_type_id, t.module_type_id, t.name',
      });
      refuse(
        drafts.filter(({ errors }) => !errors.any),
        (draft) => {
          const other = others.get(draft.get(relation) ?? '');
          if (!other) return undefined;
          for (const [index, owner] of ['device_type', 'module_type'].entries())
            if (draft.get(owner) !== null && draft.get(owner) !== other[index])
              return [
                ofField ? relation : wholeObject,
                `${relation.replace('_', ' ')} (${other[2]}) must belong to the same ${owner.replace('_', ' ')}`,
              ];
          return undefined;
        },
      );
    }
  },
});
