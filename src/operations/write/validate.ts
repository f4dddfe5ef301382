import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { checkCustomFields } from './custom-fields.ts';
import type { Draft } from './draft.ts';
import { checkGenericRelations } from './generic-relations.ts';
import { rulesOf } from './rules-of.ts';
import { checkTags } from './tags.ts';
import { checkUnique } from './unique.ts';
import type { WriteContext } from './write-context.ts';

/** What REST does not require, but no object can be without. */
function checkPresent(drafts: readonly Draft[]): void {
  for (const draft of drafts)
    for (const field of draft.isNew ? draft.model.fields.values() : [])
      if (field.to && columnOf(field) && !field.null && !field.blank && field.editable !== false)
        if (draft.get(field.name) === null) draft.errors.add(field.name, 'This field cannot be null.');
}

const clean = (drafts: readonly Draft[]): Draft[] => drafts.filter(({ errors }) => !errors.any);

/**
 * Checks drafts whose values are read and whose references are found; errors go to the drafts. As in NetBox, an object
 * is looked at as a whole once each value by itself is right; uniqueness of several fields is told beside what rules say.
 */
export async function validate(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  const rules = rulesOf(context.rules, model);
  for (const rule of rules) await rule.prepare?.(clean(drafts), context);
  checkTags(clean(drafts));
  await checkUnique(context, { model, drafts, stage: 'values' });
  const whole = clean(drafts);
  await checkCustomFields(context, model, whole);
  await checkGenericRelations(context, model, clean(whole));
  for (const rule of rules) {
    const left = clean(whole);
    if (left.length > 0) await rule.validate?.(left, context);
  }
  checkPresent(whole);
  await checkUnique(context, { model, drafts: whole, stage: 'object' });
  for (const rule of rules) {
    const sound = clean(whole);
    if (sound.length > 0) await rule.validateSound?.(sound, context);
  }
}
