import { textsFromText } from '#base/setting-kinds.ts';
import type { Provider } from '../../settings/provider.ts';
import { LoginRefused } from '../login-refused.ts';
import type { Step } from '../step.ts';

/**
 * social_core.pipeline.social_auth.auth_allowed: WHITELISTED_EMAILS and WHITELISTED_DOMAINS, either of which lets in.
 * Python-social-auth lets everybody in who has no address at all; a list that can't be met lets nobody in here.
 */
export const authAllowed: Step = async ({ details }, { provider }) => {
  const emails = lowered(provider, 'WHITELISTED_EMAILS');
  const domains = lowered(provider, 'WHITELISTED_DOMAINS');
  if (emails.length === 0 && domains.length === 0) return undefined;
  const email = details.email?.toLowerCase();
  if (!email)
    throw new LoginRefused(`${provider.label} doesn't tell your e-mail address, and only some are let in here.`);
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!emails.includes(email) && !domains.includes(domain))
    throw new LoginRefused(`Your e-mail address ${email} is not among those that are let in here.`);
  return undefined;
};

function lowered({ settings }: Provider, name: string): string[] {
  const value = settings[name] ?? [];
  const list = typeof value === 'string' ? textsFromText(value) : value;
  return Array.isArray(list) ? list.map((item) => String(item).toLowerCase()) : [];
}
