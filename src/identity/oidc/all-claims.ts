import type { Client, Provider } from 'oidc-provider';

interface Claims {
  readonly available: Readonly<Record<string, unknown>>;
  readonly client: Client;
  readonly ctx: unknown;
}

type Subject = (ctx: unknown, accountId: string, client: Client) => Promise<string>;

/**
 * Serves whatever the scope mappings give. oidc-provider filters claims by a list of names for each scope; here the
 * expressions are that list, and they have been asked for the granted scopes alone.
 */
export function serveAllClaims(provider: Provider, subject: Subject): void {
  const { prototype } = (provider as unknown as { Claims: { prototype: object } }).Claims;
  Object.defineProperty(prototype, 'result', {
    async value(this: Claims) {
      const claims = Object.fromEntries(Object.entries(this.available).filter(([, value]) => value !== undefined));
      if (typeof claims.sub === 'string') claims.sub = await subject(this.ctx, claims.sub, this.client);
      return claims;
    },
  });
}
