import type { errors, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { type NewEvent, noteEvent } from '#identity/events/note-event.ts';
import type { IdentityParts } from '#identity/parts.ts';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import { findUser } from '#identity/rows/user-row.ts';
import { accountOf } from './find-account.ts';

/** Errors by which a browser is sent on its way; they are no event. */
const ordinary = new Set([
  'login_required',
  'consent_required',
  'interaction_required',
  'authorization_pending',
  'slow_down',
]);

/** Writes what happens at a provider into the audit log. */
export function noteOidcEvents(provider: Provider, { sql }: IdentityParts, row: ProviderRow): void {
  const write = async (ctx: KoaContextWithOIDC, action: NewEvent['action'], context: Record<string, unknown>) => {
    const id = ctx.oidc.account?.accountId ?? ctx.oidc.session?.accountId;
    const user = id === undefined ? null : (accountOf(ctx, id)?.user ?? (await findUser(sql, id)));
    const application = row.application.slug;
    await noteEvent(sql, { action, username: user?.username, application, address: ctx.ip, context });
  };
  const note = (ctx: KoaContextWithOIDC, action: NewEvent['action'], context: Record<string, unknown>) => {
    write(ctx, action, context).catch((error: unknown) => console.error(error));
  };
  const fail = (ctx: KoaContextWithOIDC, failure: errors.OIDCProviderError) => {
    if (ordinary.has(failure.error)) return;
    const { error, error_description = '', error_detail = '' } = failure;
    note(ctx, 'suspicious_request', { error, error_description, error_detail, route: ctx.oidc.route });
  };
  provider.on('authorization.success', (ctx) =>
    note(ctx, 'authorize_application', { scopes: String(ctx.oidc.params?.scope ?? ''), client_id: row.client_id }),
  );
  provider.on('authorization.error', fail);
  provider.on('grant.error', fail);
  provider.on('introspection.error', fail);
  provider.on('revocation.error', fail);
  provider.on('end_session.error', fail);
  provider.on('grant.revoked', (ctx) => note(ctx, 'token_revoked', { route: ctx.oidc.route }));
  provider.on('end_session.success', (ctx) => note(ctx, 'logout', {}));
  provider.on('backchannel.error', (ctx, failure, client) =>
    note(ctx, 'configuration_error', { message: `${client.backchannelLogoutUri}: ${failure.message}` }),
  );
  provider.on('server_error', (_ctx, failure) => console.error(failure));
}
