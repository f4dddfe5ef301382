import type { Settings } from '#base/settings.ts';
import { type FindStep, resolvePipeline } from '../pipeline/resolve-pipeline.ts';
import { mailValidationName, refuseForcedValidation } from '../pipeline/steps/mail-validation.ts';
import { readProviders } from './read-providers.ts';
import type { SsoSettings } from './sso-settings.ts';

/**
 * Single sign-on as NetBox's settings configure it. Throws an SsoSettingError that names what can't be.
 */
export function readSsoSettings(netbox: Settings, find: FindStep): SsoSettings {
  const providers = readProviders(netbox);
  const pipelines = new Map(
    [...providers.values()].map(({ name, settings }) => {
      const own = settings.PIPELINE !== netbox.SOCIAL_AUTH.SOCIAL_AUTH_PIPELINE;
      const setting = own ? `PIPELINE of the provider "${name}"` : 'SOCIAL_AUTH_PIPELINE';
      const steps = resolvePipeline(setting, settings.PIPELINE, find);
      if (steps.some((step) => step.name === mailValidationName))
        refuseForcedValidation(setting, settings.FORCE_EMAIL_VALIDATION);
      return [name, steps];
    }),
  );
  return Object.freeze({ providers, pipelines, netbox });
}
