import type { ServerMetadata } from 'openid-client';
import type { Fetch } from '#base/outgoing-fetch.ts';
import type { Provider } from '../settings/provider.ts';
import { ProviderError } from './provider-error.ts';

/** How long a provider's own description of itself is believed, and how long its absence. */
const fresh = 10 * 60_000;
const patience = 5_000;
const largest = 1_000_000;

/**
 * What providers say of themselves (OpenID Connect Discovery), kept for ten minutes. Where a provider can't be asked
 * again, what it said last holds on.
 */
export class Discovery {
  readonly #known = new Map<string, { metadata: ServerMetadata; at: number }>();
  readonly #asked = new Map<string, Promise<ServerMetadata>>();

  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** The provider's metadata. Throws a ProviderError. */
  async metadata(provider: Provider): Promise<ServerMetadata> {
    const known = this.#known.get(provider.name);
    if (known && Date.now() - known.at < fresh) return known.metadata;
    try {
      return await this.#ask(provider);
    } catch (error) {
      if (known) return known.metadata;
      throw error;
    }
  }

  /** Those who need it at once share one question. */
  #ask(provider: Provider): Promise<ServerMetadata> {
    const asked = this.#asked.get(provider.name);
    if (asked) return asked;
    const question = discover(provider, this.#fetch)
      .then((metadata) => {
        this.#known.set(provider.name, { metadata, at: Date.now() });
        return metadata;
      })
      .finally(() => this.#asked.delete(provider.name));
    this.#asked.set(provider.name, question);
    return question;
  }
}

async function discover(provider: Provider, fetch: Fetch): Promise<ServerMetadata> {
  const address = `${provider.endpoint}/.well-known/openid-configuration`;
  const document = await read(provider, address, fetch);
  const { endpoints } = provider;
  const metadata = {
    ...document,
    ...(endpoints.issuer && { issuer: endpoints.issuer }),
    ...(endpoints.authorization && { authorization_endpoint: endpoints.authorization }),
    ...(endpoints.token && { token_endpoint: endpoints.token }),
    ...(endpoints.userinfo && { userinfo_endpoint: endpoints.userinfo }),
    ...(endpoints.jwks && { jwks_uri: endpoints.jwks }),
    ...(endpoints.endSession && { end_session_endpoint: endpoints.endSession }),
  } as ServerMetadata;
  for (const name of ['issuer', 'authorization_endpoint', 'token_endpoint'] as const)
    if (typeof metadata[name] !== 'string')
      throw new ProviderError('misconfigured', provider, `doesn't tell its ${name} at ${address}.`);
  if (!endpoints.issuer && !provider.foreignIssuer && !isIssuerOf(metadata.issuer, provider.endpoint!))
    throw new ProviderError(
      'misconfigured',
      provider,
      `names another issuer (${metadata.issuer}) than the endpoint that is configured (${provider.endpoint}).`,
    );
  return metadata;
}

async function read(provider: Provider, address: string, fetch: Fetch): Promise<Record<string, unknown>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      headers: { accept: 'application/json' },
      redirect: 'follow',
      signal: AbortSignal.timeout(patience),
    });
    text = await response.text();
  } catch (error) {
    throw new ProviderError('unavailable', provider, "can't be reached at the moment.", error);
  }
  if (response.status >= 500)
    throw new ProviderError('unavailable', provider, `answers with an error at the moment (${response.status}).`);
  if (!response.ok)
    throw new ProviderError('misconfigured', provider, `has no OpenID Connect at ${address} (${response.status}).`);
  try {
    const document: unknown = text.length > largest ? undefined : JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return document as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new ProviderError('misconfigured', provider, `has no OpenID Connect at ${address}: what is there is no JSON.`);
}

/**
 * Discovery section 4.3 asks for the very address. A slash at the end doesn't make another issuer, authentik can be told
 * to name its own root for all of its applications, and Microsoft's `common` stands for every tenant.
 */
function isIssuerOf(issuer: string, endpoint: string): boolean {
  const [named, asked] = [issuer, endpoint].map((address) => address.replace(/\/+$/, ''));
  if (named === asked || asked!.startsWith(`${named}/`)) return true;
  const [before, behind] = named!.split('{tenantid}');
  return (
    behind !== undefined &&
    asked!.startsWith(before!) &&
    asked!.endsWith(behind) &&
    !asked!.slice(before!.length, asked!.length - behind.length).includes('/')
  );
}
