import { textClaim } from '../../groups/claim-at.ts';
import { LoginRefused } from '../login-refused.ts';
import type { Step } from '../step.ts';

/** social_core.pipeline.social_auth.social_uid: who somebody is at the provider (ID_KEY). */
export const socialUid: Step = async ({ details, response }, { provider }) => {
  const claim = provider.claims.uid;
  const detail = details[claim];
  const uid = (claim !== 'sub' && typeof detail === 'string' && detail) || textClaim(response, claim);
  if (!uid) throw new LoginRefused(`${provider.label} doesn't tell the claim "${claim}", by which people are known.`);
  if (uid.length > 255) throw new LoginRefused(`${provider.label}'s claim "${claim}" is longer than 255 characters.`);
  return { uid };
};
