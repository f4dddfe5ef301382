import { checks } from './checks.ts';

/** Rules for one model: what is asked of each attribute. */
export type RuleSet = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const told = new Set<string>();

/**
 * The rules that a setting (`CUSTOM_VALIDATORS`, `PROTECTION_RULES`) has for a model, whose name counts in any case.
 * A validator that is a Python class cannot run here, and a rule of an unknown kind says nothing: both are warned of.
 */
export function configuredRules(setting: Readonly<Record<string, unknown>>, model: string): readonly RuleSet[] {
  const found = Object.entries(setting).find(([name]) => name.toLowerCase() === model);
  if (!found) return [];
  const given: unknown[] = Array.isArray(found[1]) ? found[1] : [found[1]];
  return given.flatMap((one) => {
    if (typeof one === 'object' && one !== null && !Array.isArray(one)) {
      for (const rules of Object.values(one as RuleSet))
        for (const kind of Object.keys(rules)) if (!checks[kind]) warn(`${model}: unknown validation type ${kind}`);
      return [one as RuleSet];
    }
    warn(`${model}: the validator ${String(one)} is a Python class and is not applied`);
    return [];
  });
}

function warn(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  process.emitWarning(message);
}
