import { LoginRefused } from '../login-refused.ts';
import type { Step } from '../step.ts';

/** social_core.pipeline.social_auth.social_user: the account that is linked to who logs in. */
export const socialUser: Step = async ({ uid, user }, { accounts, provider }) => {
  const social = uid === null ? null : await accounts.link(provider.name, uid);
  if (social && user && social.userId !== user.id)
    throw new LoginRefused(`This login at ${provider.label} belongs to another account already.`);
  const linked = user ?? (social && (await accounts.userById(social.userId)));
  return { social, user: linked, isNew: linked === null, newAssociation: social === null };
};
