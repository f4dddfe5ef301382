import type { Model } from '#registry/model.ts';
import { checkCustomFields } from './custom-fields.ts';
import type { Draft } from './draft.ts';
import { checkGenericRelations } from './generic-relations.ts';
import { rulesOf } from './rules-of.ts';
import { checkTags } from './tags.ts';
import { checkUnique } from './unique.ts';
import type { WriteContext } from './write-context.ts';

const clean = (drafts: readonly Draft[]): Draft[] => drafts.filter(({ errors }) => !errors.any);

/** Checks drafts whose values are read and whose references are found; errors go to the drafts. */
export async function validate(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  const rules = rulesOf(context.rules, model);
  for (const rule of rules) await rule.prepare?.(clean(drafts), context);
  checkTags(clean(drafts));
  await checkCustomFields(context, model, clean(drafts));
  await checkGenericRelations(context, model, clean(drafts));
  await checkUnique(context, model, clean(drafts));
  for (const rule of rules) {
    const left = clean(drafts);
    if (left.length > 0) await rule.validate?.(left, context);
  }
}
