import { LoginRefused } from '../login-refused.ts';
import { isSameAddress } from '../same-address.ts';
import type { Step } from '../step.ts';
import { verifiedEmail } from '../verified-email.ts';

/**
 * social_core.pipeline.social_auth.associate_by_email: the one account with the address that the provider tells. Only a
 * verified address counts, for anybody may write another's into their profile.
 */
export const associateByEmail: Step = async (state, { accounts, provider }) => {
  if (state.user) return undefined;
  const email = verifiedEmail({ ...state, provider });
  if (email === null) return undefined;
  const [user, ...others] = (await accounts.usersByEmail(email)).filter((user) => isSameAddress(user.email, email));
  if (others.length > 0) throw new LoginRefused(`More than one account has the e-mail address ${email}.`);
  return user ? { user, isNew: false } : undefined;
};
