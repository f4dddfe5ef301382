import { LoginRefused } from '../pipeline/login-refused.ts';
import type { Provider } from '../settings/provider.ts';
import type { Ask } from './oauth2-client.ts';

interface Address {
  readonly email?: unknown;
  readonly primary?: unknown;
  readonly verified?: unknown;
}

/**
 * What GitHub's API says of somebody. The address is the primary one of their account, and verified, where the scope
 * lets us ask. `github-org` (NAME) and `github-team` (ID) let their members in only; organisations are told as groups
 * where the scope `read:org` is asked for.
 */
export async function githubClaims(provider: Provider, ask: Ask): Promise<Record<string, unknown>> {
  const user = provider.endpoints.userinfo!;
  const api = user.replace(/\/user$/, '');
  const claims = ((await ask(user)) ?? {}) as Record<string, unknown>;
  await requireMember(provider, `${api}/`, String(claims.login), ask);
  const addresses = provider.scope.includes('user:email')
    ? ((await ask(`${user}/emails`)) as Address[] | undefined)
    : [];
  const primary = addresses?.find((address) => address.primary === true);
  const groups = provider.scope.includes('read:org')
    ? ((await ask(`${user}/orgs`)) as { login?: unknown }[] | undefined)?.map(({ login }) => login)
    : undefined;
  return {
    ...claims,
    ...(primary && { email: primary.email, email_verified: primary.verified === true }),
    ...(groups && { groups }),
  };
}

async function requireMember(provider: Provider, api: string, login: string, ask: Ask): Promise<void> {
  const kind = /-(org|team)$/.exec(provider.name)?.[1];
  if (!kind) return;
  const { NAME: organisation, ID: team } = provider.settings;
  const of =
    kind === 'org' ? `orgs/${encodeURIComponent(String(organisation))}` : `teams/${encodeURIComponent(String(team))}`;
  if ((await ask(`${api}${of}/members/${encodeURIComponent(login)}`)) === undefined)
    throw new LoginRefused(
      `"${login}" is no member of the ${kind === 'org' ? 'organisation' : 'team'} that is let in here.`,
    );
}
