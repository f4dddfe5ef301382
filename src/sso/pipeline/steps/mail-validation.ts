import { SsoSettingError } from '../../settings/sso-setting-error.ts';
import type { Step } from '../step.ts';

export const mailValidationName = 'social_core.pipeline.mail.mail_validation';

/**
 * social_core's step asks new people to follow a link in a mail, of backends that keep passwords themselves; of those that
 * log in at a provider it asks nothing.
 */
export const mailValidation: Step = async () => undefined;

/**
 * Unless FORCE_EMAIL_VALIDATION is on: then it stops the pipeline, sends a mail by a function of one's own, and goes on
 * when the link is followed, perhaps in another browser. Pipelines do not stop here. Throws an SsoSettingError.
 */
export function refuseForcedValidation(setting: string, forced: unknown): void {
  if (forced === undefined || forced === null || /^(false)?$/i.test(String(forced))) return;
  throw new SsoSettingError(
    `${setting} names "${mailValidationName}", and FORCE_EMAIL_VALIDATION is on: no login waits for a mail here. Let the provider verify addresses (email_verified), and leave one of the two out.`,
  );
}
