import { type Configuration, errors, type JWKS, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { subjectOf } from '#identity/claims/subject.ts';
import { devicePages } from '#identity/pages/device-pages.ts';
import { logoutPages } from '#identity/pages/logout-pages.ts';
import { renderOidcError } from '#identity/pages/render-oidc-error.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { mayUse } from '#identity/rows/may-use.ts';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import { findUser } from '#identity/rows/user-row.ts';
import { derivedKey } from '#identity/secret-box.ts';
import { acceptBareSecret } from './accept-bare-secret.ts';
import { signAccessTokens } from './access-tokens.ts';
import { serveAllClaims } from './all-claims.ts';
import { ArtifactAdapter } from './artifact-adapter.ts';
import { clientMetadata, signingAlgorithm } from './client-metadata.ts';
import { existingGrant } from './existing-grant.ts';
import { accountOf, findAccount } from './find-account.ts';
import { createPolicy } from './interaction-policy.ts';
import { jwksOf, serveCertificates } from './jwks.ts';
import { noteOidcEvents } from './note-oidc-events.ts';
import { allowOfflineAccess } from './offline-access.ts';
import { redirectUriAllowed } from './redirect-uri-allowed.ts';
import { sessionCookie } from './session-cookie.ts';

/** authentik's name for the way it signs people in. */
export const acr = 'goauthentik.io/providers/oauth2/default';

/** How long a session lasts, in seconds. */
export const sessionAge = 14 * 24 * 3600;

export interface ProviderOptions {
  readonly parts: IdentityParts;
  readonly row: ProviderRow;
  /** Scheme and host that the client asked. */
  readonly origin: string;
  /** Finds another provider's client, which a logout must tell. */
  otherClient(clientId: string): Promise<unknown>;
}

/** Everything that answers for one provider: an oidc-provider with its own issuer, keys, client and scopes. */
export function createProvider({ parts, row, origin, otherClient }: ProviderOptions): Provider {
  const { sql, box, base } = parts;
  const secret = parts.settings().SECRET_KEY;
  const subjectKey = derivedKey(secret, 'patchbay.identity.subject');
  const subject = async (ctx: unknown, id: string) => {
    const user = accountOf(ctx as KoaContextWithOIDC | undefined, id)?.user ?? (await findUser(sql, id));
    return user ? subjectOf(user, row, subjectKey) : id;
  };
  const algorithm = signingAlgorithm(row);
  const scopes = [...new Set(['openid', ...row.mappings.map(({ scope_name }) => scope_name)])];
  const home = `/application/o/${row.application.slug}`;
  const configuration: Configuration = {
    adapter: (model: string) => (model === 'Client' ? ownClient(row, parts) : new ArtifactAdapter(model, sql, box)),
    jwks: jwksOf(row.keys, row.algorithm, box) as JWKS,
    findAccount: (_ctx, id, token) => findAccount(parts, row, id, token),
    pairwiseIdentifier: subject,
    scopes,
    acrValues: [acr],
    claims: { openid: ['sub'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: { idTokenSigningAlgValues: [algorithm as 'RS256'] },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: (_ctx, allowed) => row.redirect_uris.some(({ url }) => URL.parse(url)?.origin === allowed),
    rotateRefreshToken: true,
    loadExistingGrant: (ctx) => existingGrant(ctx, row, sql),
    routes: {
      authorization: '/application/o/authorize/',
      token: '/application/o/token/',
      userinfo: '/application/o/userinfo/',
      introspection: '/application/o/introspect/',
      revocation: '/application/o/revoke/',
      device_authorization: '/application/o/device/',
      code_verification: '/device',
      jwks: `${home}/jwks/`,
      end_session: `${home}/end-session/`,
    },
    interactions: {
      policy: createPolicy((id) => mayUse(sql, row.application.id, id)),
      url: (_ctx, { uid }) => `${base}/identity/interaction/${uid}`,
    },
    cookies: {
      names: { session: sessionCookie, interaction: 'identity_interaction', resume: 'identity_resume' },
      keys: [derivedKey(secret, 'patchbay.identity.cookies').toString('base64url')],
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: `${base}/` },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: row.access_token_validity,
      ClientCredentials: row.access_token_validity,
      IdToken: row.access_token_validity,
      AuthorizationCode: row.access_code_validity,
      RefreshToken: row.refresh_token_validity,
      DeviceCode: 600,
      Interaction: 3600,
      Session: sessionAge,
      Grant: Math.max(row.refresh_token_validity, sessionAge),
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => isOwn(client, token) },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => isOwn(client, token) || refuseForeign() },
      backchannelLogout: { enabled: true },
      deviceFlow: { enabled: true, charset: 'base-20', mask: '****-****', ...devicePages },
      rpInitiatedLogout: { enabled: true, ...logoutPages(row, subject) },
    },
    renderError: renderOidcError,
    fetch: fetchAnywhere(parts.fetch),
  };
  const issuer = row.issuer_mode === 'global' ? `${origin}${base}/` : `${origin}${base}${home}/`;
  const provider = new Provider(issuer, configuration);
  // The server has written what it takes the client's address and origin for into these headers itself.
  provider.proxy = true;
  acceptBareSecret(provider, row.client_id, box.open(row.client_secret));
  allowOfflineAccess(provider);
  serveAllClaims(provider, subject);
  serveCertificates(provider, row.keys);
  signAccessTokens(provider, { row, box, subject });
  decideByRow(provider, row, otherClient);
  noteOidcEvents(provider, parts, row);
  provider.use(async (ctx, next) => {
    await next();
    if ((ctx as KoaContextWithOIDC).oidc?.route === 'discovery')
      Object.assign(ctx.body as object, { claims_supported: claimsSupported });
  });
  return provider;
}

/**
 * The addresses that are told of logouts are given by administrators, and most of them lie in private networks, from
 * which oidc-provider would keep away.
 */
const fetchAnywhere =
  (fetch: IdentityParts['fetch']): NonNullable<Configuration['fetch']> =>
  (url, options) => {
    const { dispatcher: _, ...plain } = options as typeof options & { dispatcher?: unknown };
    return fetch(url, plain as RequestInit);
  };

/** Whether a token was given to the client that asks; a provider knows no other client. */
const isOwn = (client: { clientId: string }, token: { clientId?: string | undefined }) =>
  token.clientId === client.clientId;

const refuseForeign = (): never => {
  throw new errors.InvalidRequest('client is not authorized to revoke the presented token');
};

/** Claims that clients may count on; mappings can give more. */
const claimsSupported = [
  'sub',
  'iss',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'acr',
  'amr',
  'nonce',
  'email',
  'email_verified',
  'name',
  'given_name',
  'preferred_username',
  'nickname',
  'groups',
];

function ownClient(row: ProviderRow, { box }: IdentityParts) {
  const refuse = () => Promise.reject(new Error('clients are changed through the administration alone'));
  return {
    find: async (id: string) => (id === row.client_id ? clientMetadata(row, box) : undefined),
    upsert: refuse,
    destroy: refuse,
    consume: refuse,
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    revokeByGrantId: refuse,
  };
}

interface ClientClass {
  find(id: string): Promise<unknown>;
  prototype: object;
}

/** Redirect URIs, subjects and the clients of other providers are decided by what the provider's row says. */
function decideByRow(provider: Provider, row: ProviderRow, otherClient: ProviderOptions['otherClient']): void {
  const Client = provider.Client as unknown as ClientClass;
  const find = Client.find;
  Client.find = async (id) => {
    const own = await find.call(Client, id);
    if (own || !isLogout()) return own;
    return otherClient(id);
  };
  // Clients that were given none for logouts come back to where they come back to after a login.
  const afterLogout = row.redirect_uris.some(({ redirect_uri_type }) => redirect_uri_type === 'logout')
    ? 'logout'
    : 'authorization';
  Object.defineProperties(Client.prototype, {
    redirectUriAllowed: { value: (uri: unknown) => redirectUriAllowed(uri, row.redirect_uris, 'authorization') },
    postLogoutRedirectUriAllowed: { value: (uri: unknown) => redirectUriAllowed(uri, row.redirect_uris, afterLogout) },
    // What a user is called is asked of `pairwiseIdentifier` for every client, whatever its subject mode is.
    subjectType: { get: () => 'pairwise', set: () => {} },
  });
}

/** A session that ends tells all clients in it; anywhere else a provider knows its own one alone. */
const isLogout = (): boolean => Provider.ctx?.oidc.route === 'end_session_confirm';
