import { textClaim } from '../../groups/claim-at.ts';
import type { Step } from '../step.ts';

/** social_core.pipeline.social_auth.social_details: what the provider says, in the names of our accounts. */
export const socialDetails: Step = async ({ response, details }, { provider }) => {
  const { claims, localPart } = provider;
  const username = textClaim(response, claims.username);
  const fullname = textClaim(response, claims.fullname);
  const first = textClaim(response, claims.firstName);
  const last = textClaim(response, claims.lastName);
  // Plain OAuth 2.0 knows whole names only; an id_token that has no parts of a name has reasons.
  const [, before, after] = provider.protocol === 'oauth2' && !first && !last ? halves(fullname) : [];
  return {
    details: {
      username: localPart ? username?.split('@')[0] : username,
      email: textClaim(response, claims.email),
      fullname,
      first_name: first ?? before,
      last_name: last ?? after,
      ...details,
    },
  };
};

const halves = (name = ''): readonly (string | undefined)[] => /^(\S+)(?:\s+(.+))?$/s.exec(name.trim()) ?? [];
