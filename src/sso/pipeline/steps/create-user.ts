import { LoginRefused } from '../login-refused.ts';
import type { Step } from '../step.ts';

/** social_core.pipeline.user.create_user: an account for whom none was found. */
export const createUser: Step = async ({ user, username, details }, { accounts, provider }) => {
  if (user) return { isNew: false };
  const name = username ?? details.username;
  if (!name) throw new LoginRefused(`${provider.label} doesn't tell a user name.`);
  const email = (details.email ?? '').slice(0, 254);
  return {
    isNew: true,
    user: await accounts.createUser({
      username: name,
      email: provider.settings.FORCE_EMAIL_LOWERCASE === true ? email.toLowerCase() : email,
    }),
  };
};
