import type { Step } from '../step.ts';

/** social_core.pipeline.social_auth.associate_user: remembers which account belongs to who logged in. */
export const associateUser: Step = async ({ user, social, uid }, { accounts, provider }) => {
  if (!user || social || uid === null) return undefined;
  return { social: await accounts.createLink(user, provider.name, uid), newAssociation: true };
};
