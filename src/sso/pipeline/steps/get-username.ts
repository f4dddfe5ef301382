import { randomBytes } from 'node:crypto';
import { LoginRefused } from '../login-refused.ts';
import type { LoginUser } from '../login-user.ts';
import { isSameAddress } from '../same-address.ts';
import type { LoginContext, LoginState, Step } from '../step.ts';
import { verifiedEmail } from '../verified-email.ts';

const longest = 150;

/**
 * social_core.pipeline.user.get_username: a name for a new account. Where it is taken python-social-auth appends 16
 * random characters, so that people who had an account before get a second one; that is done where SSO_TAKEN_USERNAME
 * is `suffix`. Otherwise the account is theirs if its address is their verified one, and nobody is let in if not.
 */
export const getUsername: Step = async (state, context) => {
  if (state.user) return { username: state.user.username };
  const { accounts, provider, settings } = context;
  const wished = wishedName(state, context);
  const short = wished.slice(0, longest - suffixLength(context));
  let name = clean(wished.slice(0, longest), context);
  for (;;) {
    const taken = name === '' ? null : await accounts.userByName(name);
    if (name !== '' && !taken) return { username: name };
    if (taken && settings.netbox.SSO_TAKEN_USERNAME === 'refuse') {
      if (settings.netbox.SSO_LINK_BY_EMAIL && isTheirs(taken, state, context))
        return { user: taken, username: taken.username, isNew: false };
      throw new LoginRefused(
        `There is an account "${name}" already, and it isn't known to be yours at ${provider.label}. An administrator can link the two.`,
      );
    }
    name = clean(short + randomBytes(32).toString('hex').slice(0, suffixLength(context)), context);
  }
};

const isTheirs = (user: LoginUser, { response, details }: LoginState, { provider }: LoginContext): boolean => {
  const email = verifiedEmail({ response, details, provider });
  return user.email !== '' && email !== null && isSameAddress(user.email, email);
};

function wishedName({ details }: LoginState, { provider }: LoginContext): string {
  if (provider.settings.USERNAME_IS_FULL_EMAIL === true && details.email) return details.email;
  return details.username || randomBytes(16).toString('hex');
}

const suffixLength = ({ provider }: LoginContext): number => {
  const length = Number(provider.settings.UUID_LENGTH ?? 16);
  return Number.isInteger(length) && length >= 4 && length <= 32 ? length : 16;
};

/** NetBox's `clean_username`: what Django's user names may hold, and ASCII only. CLEAN_USERNAMES turns it off. */
function clean(name: string, { provider: { settings } }: LoginContext): string {
  const cleaned = settings.CLEAN_USERNAMES === false ? name.replaceAll('\0', '') : name.replace(/[^\w.@+-]/g, '');
  if (settings.SLUGIFY_USERNAMES !== true) return cleaned;
  return cleaned
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-');
}
