import { decodeJwt, errors, type JWTPayload, type JWTVerifyOptions } from 'jose';
import * as client from 'openid-client';
import type { Fetch } from '#base/outgoing-fetch.ts';
import type { Provider } from '../settings/provider.ts';
import type { Discovery } from './discovery.ts';
import { explainFailure } from './explain-failure.ts';
import type { ProviderClient } from './provider-client.ts';
import { knownAlgorithms, type TokenKeys } from './token-keys.ts';

/** Seconds to wait for a provider's answer. */
const patience = 10;
/** Seconds that a logout token may be old. */
const oldestLogout = 600;
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** A provider of OpenID Connect, as the authorization code flow talks to it (Core section 3.1). */
export function openIdClient(
  provider: Provider,
  { fetch, discovery, keys }: { fetch: Fetch; discovery: Discovery; keys: TokenKeys },
): ProviderClient {
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explainFailure(error, provider);
    }
  };

  async function verify(
    token: string,
    server: client.ServerMetadata,
    more: Pick<JWTVerifyOptions, 'maxTokenAge'> = {},
  ): Promise<JWTPayload> {
    return keys.verify(token, {
      ...more,
      jwksUri: server.jwks_uri,
      secret: provider.clientSecret,
      issuer: issuerOf(server, token),
      audience: provider.clientId,
      algorithms: [...acceptedAlgorithms(provider, server)],
      clockTolerance: provider.leeway,
      requiredClaims: ['iss', 'aud', 'iat'],
    });
  }

  return {
    authorizationUrl: ({ redirectUri, state, nonce, verifier, again }) =>
      explained(async () => {
        const config = await configure(provider, await discovery.metadata(provider), fetch);
        return client.buildAuthorizationUrl(config, {
          scope: provider.scope.join(' '),
          ...provider.parameters,
          ...(again && { prompt: 'login' }),
          redirect_uri: redirectUri,
          state,
          nonce,
          ...(provider.pkce && {
            code_challenge: await client.calculatePKCECodeChallenge(verifier),
            code_challenge_method: 'S256',
          }),
        });
      }),

    complete: ({ currentUrl, state, nonce, verifier }) =>
      explained(async () => {
        const server = await discovery.metadata(provider);
        const config = await configure(provider, server, fetch);
        const tokens = await client.authorizationCodeGrant(config, currentUrl, {
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(provider.pkce && { pkceCodeVerifier: verifier }),
          ...(provider.parameters.max_age !== undefined && { maxAge: Number(provider.parameters.max_age) }),
        });
        // The library trusts the connection for the id_token; its signature is checked here (Core 3.1.3.7).
        const claims = await verify(tokens.id_token!, server, { maxTokenAge: provider.oldest });
        const userinfo =
          server.userinfo_endpoint === undefined
            ? {}
            : await client.fetchUserInfo(config, tokens.access_token, String(claims.sub));
        return {
          response: { ...tokens, ...claims, ...userinfo },
          idToken: tokens.id_token!,
          issuer: String(claims.iss),
          subject: claims.sub ?? null,
          session: typeof claims.sid === 'string' ? claims.sid : null,
        };
      }),

    endSessionUrl: ({ idToken, redirectUri }) =>
      explained(async () => {
        const server = await discovery.metadata(provider);
        if (server.end_session_endpoint === undefined) return null;
        return client.buildEndSessionUrl(await configure(provider, server, fetch), {
          post_logout_redirect_uri: redirectUri,
          ...(idToken !== null && { id_token_hint: idToken }),
        });
      }),

    backChannelLogout: (token) =>
      explained(async () => {
        // It need not say when it ends, and is sent at once: an old one is somebody's who has kept it.
        const claims = await verify(token, await discovery.metadata(provider), { maxTokenAge: oldestLogout });
        // Back-Channel Logout 1.0 section 2.6.
        const events = claims.events as Record<string, unknown> | undefined;
        if (typeof events?.[logoutEvent] !== 'object')
          throw new errors.JWTClaimValidationFailed('it is no logout token', claims, 'events');
        if (claims.nonce !== undefined)
          throw new errors.JWTClaimValidationFailed('a logout token has no nonce', claims, 'nonce');
        const [subject, session] = [claims.sub ?? null, typeof claims.sid === 'string' ? claims.sid : null];
        if (subject === null && session === null)
          throw new errors.JWTClaimValidationFailed('it names neither a subject nor a session', claims, 'sub');
        return { subject, session };
      }),
  };
}

async function configure(
  provider: Provider,
  server: client.ServerMetadata,
  fetch: Fetch,
): Promise<client.Configuration> {
  const { clientId, clientSecret, authMethod, leeway } = provider;
  const known = {
    ...server,
    issuer: server.issuer,
    id_token_signing_alg_values_supported: [...acceptedAlgorithms(provider, server)],
  };
  const metadata = { [client.clockTolerance]: leeway };
  const method = authentication(clientSecret, authMethod ?? announcedMethod(server));
  const config = hasTenants(server)
    ? await tenantConfiguration(known, { clientId, metadata, method })
    : new client.Configuration(known, clientId, metadata, method);
  config[client.customFetch] = (url, options) => fetch(url, options as RequestInit);
  config.timeout = patience;
  // A provider on the same machine, or inside a cluster, may speak http; the administrator wrote its address.
  if (provider.endpoint?.startsWith('http:')) client.allowInsecureRequests(config);
  return config;
}

/** Where Microsoft's `common` is: what its issuers look like is known to the library from its own discovery alone. */
const microsoft = new URL('https://login.microsoftonline.com/common/v2.0');

async function tenantConfiguration(
  server: client.ServerMetadata,
  parts: { clientId: string; metadata: Partial<client.ClientMetadata>; method: client.ClientAuth },
): Promise<client.Configuration> {
  return client.discovery(microsoft, parts.clientId, parts.metadata, parts.method, {
    // Nothing is asked: what the provider said of itself is known already.
    [client.customFetch]: async () => Response.json(server),
  });
}

/** Microsoft's `common` serves every tenant, each an issuer of its own: `https://…/{tenantid}/v2.0`. */
const hasTenants = ({ issuer }: client.ServerMetadata): boolean => issuer.includes('{tenantid}');

function authentication(secret: string | null, method: Provider['authMethod']): client.ClientAuth {
  if (secret === null || secret === '') return client.None();
  return method === 'client_secret_post' ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret);
}

/** Basic is what a provider takes that says nothing (Discovery section 3). */
function announcedMethod({
  token_endpoint_auth_methods_supported: methods,
}: client.ServerMetadata): Provider['authMethod'] {
  return !methods || methods.includes('client_secret_basic') || !methods.includes('client_secret_post')
    ? 'client_secret_basic'
    : 'client_secret_post';
}

/** What JWT_ALGORITHMS names, else what the provider announces, else RS256 (Core section 3.1.3.7). */
function acceptedAlgorithms({ algorithms }: Provider, server: client.ServerMetadata): readonly string[] {
  const announced = algorithms ?? server.id_token_signing_alg_values_supported ?? [];
  const accepted = announced.filter((name) => knownAlgorithms.includes(name));
  return accepted.length > 0 ? accepted : ['RS256'];
}

/** The issuer that a token must name. Of many tenants the token says which one's it is, and its signature holds for it. */
function issuerOf(server: client.ServerMetadata, token: string): string {
  const { issuer } = server;
  if (!hasTenants(server)) return issuer;
  const { tid } = decodeJwt(token);
  return typeof tid === 'string' && /^[\w-]+$/.test(tid) ? issuer.replace('{tenantid}', tid) : issuer;
}
