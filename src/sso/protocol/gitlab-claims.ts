import type { Provider } from '../settings/provider.ts';
import type { Ask } from './oauth2-client.ts';

/** What GitLab's API says of somebody: their address counts as theirs once they have confirmed it. */
export async function gitlabClaims(provider: Provider, ask: Ask): Promise<Record<string, unknown>> {
  const claims = ((await ask(provider.endpoints.userinfo!)) ?? {}) as Record<string, unknown>;
  return { ...claims, email_verified: typeof claims.confirmed_at === 'string' };
}
