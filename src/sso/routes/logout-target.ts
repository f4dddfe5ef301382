import type { FastifyRequest } from 'fastify';
import { ProviderError } from '../protocol/provider-error.ts';
import type { Provider } from '../settings/provider.ts';
import { logFailure } from './log-failure.ts';
import type { SsoParts } from './sso-parts.ts';

/**
 * Where a logout leads; null: to the page that it leads to without single sign-on. LOGOUT_REDIRECT_URL is taken as it is
 * given, and where it is the provider's own end of sessions the provider is told whose session, and where to go then.
 * Where it isn't given, who logged in at a provider logs out there, too (SSO_SINGLE_LOGOUT).
 */
export async function logoutTarget(
  request: FastifyRequest,
  data: Readonly<Record<string, unknown>>,
  parts: SsoParts,
): Promise<string | null> {
  const { LOGOUT_REDIRECT_URL: given, SSO_SINGLE_LOGOUT: single } = parts.settings();
  const login = data.patchbay_sso as { provider?: unknown; id_token?: unknown } | undefined;
  const provider = typeof login?.provider === 'string' ? parts.sso.providers.get(login.provider) : undefined;
  const absolute = /^https?:\/\//.test(given);
  if (!provider || provider.problem || !(absolute || (given === 'home' && single))) return null;
  const end = await endSessionUrl(request, { provider, idToken: login?.id_token, parts });
  if (!absolute) return end?.href ?? null;
  return end && isSame(given, end) ? merged(given, end) : null;
}

async function endSessionUrl(
  request: FastifyRequest,
  { provider, idToken, parts }: { provider: Provider; idToken: unknown; parts: SsoParts },
): Promise<URL | null> {
  const { SSO_POST_LOGOUT_REDIRECT_URL: then } = parts.settings();
  try {
    return await parts.client(provider).endSessionUrl({
      idToken: typeof idToken === 'string' ? idToken : null,
      // The one address that the provider knows for certain.
      redirectUri: then || `${parts.baseUrl(request)}/oauth/complete/${provider.name}/`,
    });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logFailure('Logout', provider, error);
    return null;
  }
}

/** authentik's page prints the address without the application's slug. */
function isSame(given: string, end: URL): boolean {
  const url = URL.canParse(given) ? new URL(given) : null;
  const path = (text: string) => text.replace(/\/+$/, '');
  return (
    url?.origin === end.origin &&
    (path(url.pathname) === path(end.pathname) || /^\/application\/o\/+end-session\/*$/.test(url.pathname))
  );
}

/** The parameters that were given go before ours. */
function merged(given: string, end: URL): string {
  for (const [name, value] of new URL(given).searchParams) end.searchParams.set(name, value);
  return end.href;
}
