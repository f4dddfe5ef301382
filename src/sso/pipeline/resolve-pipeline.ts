import { SsoSettingError } from '../settings/sso-setting-error.ts';
import type { PipelineStep } from '../settings/sso-settings.ts';
import { builtInSteps, defaultPipeline } from './built-in-steps.ts';
import type { Step } from './step.ts';

/** Finds a step of the configuration folder by its dotted name. */
export type FindStep = (dotted: string) => Step | undefined;

/**
 * The steps that a pipeline names, in its order. A file of the configuration folder goes before what is built in under
 * the same name. Throws an SsoSettingError where a name leads nowhere.
 */
export function resolvePipeline(setting: string, value: unknown, find: FindStep): readonly PipelineStep[] {
  const names = value ?? defaultPipeline;
  if (!Array.isArray(names) || names.length === 0 || names.some((name) => typeof name !== 'string'))
    throw new SsoSettingError(`${setting} must be a list of names of steps, not ${JSON.stringify(value)}.`);
  return (names as string[]).map((name) => {
    const run = (/^(social_core|patchbay)\./.test(name) ? undefined : find(name)) ?? own(name);
    if (run) return { name, run };
    throw new SsoSettingError(
      `${setting} names "${name}", which is neither a function of a file in the configuration folder nor one of ${Object.keys(builtInSteps).join(', ')}.`,
    );
  });
}

const own = (name: string): Step | undefined => (Object.hasOwn(builtInSteps, name) ? builtInSteps[name] : undefined);
