import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { configuredRules } from './configured-rules.ts';
import { firstViolations } from './first-violations.ts';

/** CUSTOM_VALIDATORS on what is about to be saved; PROTECTION_RULES on what is about to be deleted. */
export const customValidation: ModelRules = {
  async validate(drafts, context) {
    const { model } = drafts[0]!;
    if (!model.features?.includes('customValidation')) return;
    const ruleSets = configuredRules(context.settings.CUSTOM_VALIDATORS, model.name);
    if (ruleSets.length === 0) return;
    const violated = await firstViolations(context, { model, subjects: drafts, ruleSets });
    for (const [place, message] of violated) drafts[place]!.errors.add(wholeObject, message);
  },

  async mayDelete(rows, { model, context }) {
    const ruleSets = configuredRules(context.settings.PROTECTION_RULES, model.name);
    if (ruleSets.length === 0) return new Map();
    const violated = await firstViolations(context, { model, subjects: rows, ruleSets });
    return new Map(
      [...violated].map(([place, message]) => [
        rows[place]!.key,
        `Deletion is prevented by a protection rule: ["${message}"]`,
      ]),
    );
  },
};
