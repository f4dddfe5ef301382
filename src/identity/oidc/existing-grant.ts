import type { Grant, KoaContextWithOIDC } from 'oidc-provider';
import type { Queryable } from '#database/connect.ts';
import type { ProviderRow } from '#identity/rows/provider-row.ts';

/**
 * What a user has granted a client already: in this session, or once and for all. Where the provider asks for no
 * consent, that is whatever the client asks for.
 */
export async function existingGrant(
  ctx: KoaContextWithOIDC,
  row: ProviderRow,
  sql: Queryable,
): Promise<Grant | undefined> {
  const { oidc } = ctx;
  const { Grant } = oidc.provider;
  const grantId = (oidc.result?.consent?.grantId as string | undefined) ?? oidc.session!.grantIdFor(row.client_id);
  const known = grantId ? await Grant.find(grantId) : undefined;
  const asked = [...oidc.requestParamOIDCScopes];
  const granted = known?.accountId === oidc.account!.accountId ? known : undefined;
  if (granted && asked.every((scope) => granted.getOIDCScopeEncountered().split(' ').includes(scope))) return granted;
  if (row.consent === 'explicit' && !(await hasConsented(sql, row, oidc.account!.accountId, asked))) return granted;
  const grant = granted ?? new Grant({ accountId: oidc.account!.accountId, clientId: row.client_id });
  grant.addOIDCScope(asked.join(' '));
  await grant.save();
  return grant;
}

async function hasConsented(sql: Queryable, row: ProviderRow, userId: string, scopes: string[]): Promise<boolean> {
  const rows = await sql.unsafe(
    'select from patchbay.identity_consent where user_id = $1 and provider_id = $2 and scopes @> $3::jsonb',
    [userId, row.id, JSON.stringify(scopes)],
    { prepare: true },
  );
  return rows.length > 0;
}

/** Remembers what a user has consented to, also for other sessions. */
export async function rememberConsent(
  sql: Queryable,
  consent: { userId: string; clientId: string; scopes: readonly string[] },
): Promise<void> {
  await sql.unsafe(
    `insert into patchbay.identity_consent (user_id, provider_id, scopes)
     select $1, id, $3::jsonb from patchbay.identity_provider where client_id = $2
     on conflict (user_id, provider_id) do update set scopes = excluded.scopes, given = now()`,
    [consent.userId, consent.clientId, JSON.stringify(consent.scopes)],
  );
}
