import type { Provider } from '../settings/provider.ts';
import type { LoginState } from './step.ts';

/**
 * The address, where the provider says that it belongs to who logs in (`email_verified`), or TRUST_EMAIL says that all
 * of its addresses do; null otherwise.
 */
export function verifiedEmail({
  response,
  details,
  provider,
}: Pick<LoginState, 'response' | 'details'> & { readonly provider: Provider }): string | null {
  const { email } = details;
  if (!email) return null;
  const { TRUST_EMAIL: trust } = provider.settings;
  const verified = response.email_verified === true || response.email_verified === 'true';
  return verified || trust === true || String(trust).toLowerCase() === 'true' ? email : null;
}
