import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Fetch } from '#base/outgoing-fetch.ts';

/** How long to wait for keys, and between two looks for one that isn't known (a token of anybody's making asks). */
const patience = 5_000;
const usualPause = 30_000;

/** Signatures that we check; `none` is not among them. */
export const knownAlgorithms: readonly string[] = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  ...['HS256', 'HS384', 'HS512'],
];

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/**
 * Providers' public keys by their address: kept for ten minutes, asked for anew where a token names a key that isn't
 * among them.
 */
export class TokenKeys {
  readonly #sets = new Map<string, KeySet>();
  readonly #fetch: Fetch;
  readonly #pause: number;

  constructor(fetch: Fetch, pause = usualPause) {
    this.#fetch = fetch;
    this.#pause = pause;
  }

  /** The token's claims, where its signature and `options` hold. `secret` is what HMAC signatures are made with. */
  async verify(
    token: string,
    { jwksUri, secret, ...options }: JWTVerifyOptions & { jwksUri: string | undefined; secret: string | null },
  ): Promise<JWTPayload> {
    const algorithm = headerOf(token).alg;
    if (/^HS/.test(String(algorithm))) {
      // Anybody could sign with an empty one.
      if (!secret) throw new errors.JOSEAlgNotAllowed('it is signed with a secret, and there is none');
      return (await jwtVerify(token, new TextEncoder().encode(secret), options)).payload;
    }
    if (jwksUri === undefined) throw new errors.JWKSInvalid('the provider publishes no keys');
    const keys = this.#set(jwksUri);
    try {
      return (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      // A token without a key's id fits several keys: any of them may have signed it.
      for await (const key of error)
        try {
          return (await jwtVerify(token, key, options)).payload;
        } catch (inner) {
          if (!(inner instanceof errors.JWSSignatureVerificationFailed)) throw inner;
        }
      throw new errors.JWSSignatureVerificationFailed();
    }
  }

  #set(address: string): KeySet {
    const known = this.#sets.get(address);
    if (known) return known;
    const set = createRemoteJWKSet(new URL(address), {
      timeoutDuration: patience,
      cooldownDuration: this.#pause,
      [customFetch]: (url, options) => this.#fetch(url, options as RequestInit),
    });
    this.#sets.set(address, set);
    return set;
  }
}

function headerOf(token: string): Record<string, unknown> {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    if (typeof header === 'object' && header !== null) return header as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new errors.JWTInvalid('it is no token');
}
