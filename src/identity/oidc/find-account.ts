import type { Account, KoaContextWithOIDC } from 'oidc-provider';
import { scopeClaims } from '#identity/claims/scope-claims.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { mayUse } from '#identity/rows/may-use.ts';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import { findUser, type UserRow } from '#identity/rows/user-row.ts';

/** An account with the user that it stands for. */
export interface UserAccount extends Account {
  readonly user: UserRow;
}

const isUserAccount = (account: Account | undefined): account is UserAccount =>
  account !== undefined && 'user' in account;

/**
 * The account of an active user. With a code or a token at hand, only of one who may still use the application: a
 * login that has begun is told so on a page instead.
 */
export async function findAccount(
  parts: IdentityParts,
  row: ProviderRow,
  id: string,
  token: unknown,
): Promise<UserAccount | undefined> {
  const user = await findUser(parts.sql, id);
  if (!user?.is_active) return undefined;
  if (token !== undefined && !(await mayUse(parts.sql, row.application.id, user.id))) return undefined;
  // The access token and the id_token of one answer hold the same: the mappings are asked once for both.
  const asked = new Map<string, Promise<Record<string, unknown>>>();
  return {
    accountId: String(user.id),
    user,
    async claims(use, scope) {
      if (use === 'id_token' && !row.include_claims_in_id_token) return { sub: String(user.id) };
      const scopes = [...new Set(scope.split(' '))].sort();
      const key = scopes.join(' ');
      const claims =
        asked.get(key) ?? scopeClaims({ sql: parts.sql, run: parts.runExpression, user, provider: row, scopes });
      asked.set(key, claims);
      return { ...(await claims), sub: String(user.id) };
    },
  };
}

/** The account that a request is about, where it has been found already. */
export function accountOf(ctx: KoaContextWithOIDC | undefined, id: string): UserAccount | undefined {
  const account = ctx?.oidc.account;
  return isUserAccount(account) && account.accountId === id ? account : undefined;
}
