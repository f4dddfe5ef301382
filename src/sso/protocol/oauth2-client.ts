import * as client from 'openid-client';
import type { Fetch } from '#base/outgoing-fetch.ts';
import type { Provider } from '../settings/provider.ts';
import { explainFailure } from './explain-failure.ts';
import { githubClaims } from './github-claims.ts';
import { gitlabClaims } from './gitlab-claims.ts';
import type { ProviderClient } from './provider-client.ts';
import { ProviderError } from './provider-error.ts';

const patience = 10;

/** A provider of plain OAuth 2.0, which vouches by what its API says of the access token's owner. */
export function oauth2Client(provider: Provider, fetch: Fetch): ProviderClient {
  const { endpoints, clientId, clientSecret } = provider;
  const config = () => {
    const made = new client.Configuration(
      {
        issuer: endpoints.issuer ?? endpoints.authorization!,
        authorization_endpoint: endpoints.authorization!,
        token_endpoint: endpoints.token!,
      },
      clientId,
      {},
      clientSecret ? client.ClientSecretPost(clientSecret) : client.None(),
    );
    made[client.customFetch] = (url, options) => fetch(url, options as RequestInit);
    made.timeout = patience;
    if (endpoints.token?.startsWith('http:')) client.allowInsecureRequests(made);
    return made;
  };

  return {
    async authorizationUrl({ redirectUri, state, verifier }) {
      return client.buildAuthorizationUrl(config(), {
        ...(provider.scope.length > 0 && { scope: provider.scope.join(' ') }),
        ...provider.parameters,
        redirect_uri: redirectUri,
        state,
        ...(provider.pkce && {
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }),
      });
    },

    async complete({ currentUrl, state, verifier }) {
      try {
        const tokens = await client.authorizationCodeGrant(config(), currentUrl, {
          expectedState: state,
          ...(provider.pkce && { pkceCodeVerifier: verifier }),
        });
        const ask = asker(provider, tokens.access_token, fetch);
        const claims = await (provider.api === 'github' ? githubClaims : gitlabClaims)(provider, ask);
        return {
          response: { ...tokens, ...claims },
          idToken: null,
          issuer: endpoints.issuer ?? '',
          subject: null,
          session: null,
        };
      } catch (error) {
        throw explainFailure(error, provider);
      }
    },

    endSessionUrl: async () => null,

    async backChannelLogout() {
      throw new ProviderError('untrusted', provider, 'knows no back-channel logout.');
    },
  };
}

/** Asks the provider's API in the name of who logs in; the answer's JSON, and undefined where it is a 404. */
export type Ask = (url: string) => Promise<unknown>;

function asker(provider: Provider, token: string, fetch: Fetch): Ask {
  return async (url) => {
    const response = await fetch(url, {
      headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': 'patchbay' },
      signal: AbortSignal.timeout(patience * 1000),
    });
    if (response.status === 404 || response.status === 302) return undefined;
    if (!response.ok)
      throw new ProviderError(
        response.status >= 500 ? 'unavailable' : 'misconfigured',
        provider,
        `doesn't tell who you are (${response.status}).`,
      );
    return response.status === 204 ? null : response.json();
  };
}
