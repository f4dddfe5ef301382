import { createPrivateKey, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import type { SecretBox } from '#identity/secret-box.ts';
import { signingAlgorithm } from './client-metadata.ts';

/** How a provider signs, and what it calls a user. */
export interface AccessTokenSigner {
  readonly row: ProviderRow;
  readonly box: SecretBox;
  subject(ctx: unknown, accountId: string): Promise<string>;
}

/** An access token of oidc-provider, of a user or of a client alone. */
interface Token {
  jti?: string;
  iat?: number;
  exp?: number;
  readonly accountId?: string;
  readonly clientId: string;
  readonly scope?: string;
  readonly sid?: string;
  readonly expiration: number;
  generateTokenId(): string;
}

interface TokenClass {
  find(value: unknown, options?: unknown): Promise<unknown>;
  readonly prototype: { save(this: Token): Promise<string> };
}

/**
 * Makes access tokens what authentik's are: JWTs signed with the provider's key, which gateways can read by themselves.
 * The whole JWT takes the place of the random text that oidc-provider would store the digest of, so that userinfo,
 * introspection and revocation find (and miss) it as before; its signature is never what lets anybody in here.
 */
export function signAccessTokens(provider: Provider, signer: AccessTokenSigner): void {
  const { row, box } = signer;
  const key = signingKey(row, box);
  if (!key) return;
  for (const kind of ['AccessToken', 'ClientCredentials'] as const) {
    const tokens = provider[kind] as unknown as TokenClass;
    const { save } = tokens.prototype;
    const find = tokens.find;
    tokens.prototype.save = async function () {
      this.iat = Math.floor(Date.now() / 1000);
      this.exp = this.iat + this.expiration;
      // It also settles that the token is stored.
      this.generateTokenId();
      this.jti = await new SignJWT(await contents(this, provider.issuer, signer))
        .setProtectedHeader({ alg: signingAlgorithm(row), typ: 'JWT', ...key.header })
        .sign(key.key);
      return save.call(this);
    };
    tokens.find = (value, options) => find.call(tokens, unshielded(value), options);
  }
  provider.use(async (ctx, next) => {
    await next();
    const { oidc, body } = ctx as KoaContextWithOIDC;
    if (oidc?.route === 'introspection') ctx.body = introspected(oidc, body as Record<string, unknown>);
  });
}

/** oidc-provider takes no JWTs for introspection and revocation, for its own are stored nowhere; ours are. */
const shield = '.';

/** The form of a request to these endpoints, a JWT in it marked so that it gets through. */
export function shieldToken(form: URLSearchParams): URLSearchParams {
  const isJwt = (name: string, value: string) => name === 'token' && value.includes('.');
  return new URLSearchParams([...form].map(([name, value]) => [name, isJwt(name, value) ? shield + value : value]));
}

const unshielded = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith(shield) ? value.slice(shield.length) : value;

/** Claims as authentik puts them; `scope` as RFC 9068 has it besides. Those of the mappings follow the id_token's rule. */
async function contents(token: Token, issuer: string, { row, subject }: AccessTokenSigner): Promise<JWTPayload> {
  const ctx = Provider.ctx as KoaContextWithOIDC;
  const { entities, account } = ctx.oidc;
  const source = entities.AuthorizationCode ?? entities.RefreshToken ?? entities.DeviceCode;
  const claims = token.accountId === undefined ? {} : await account!.claims('id_token', token.scope ?? '', {}, []);
  const told: Record<string, unknown> = {
    ...claims,
    iss: issuer,
    sub: token.accountId === undefined ? token.clientId : await subject(ctx, token.accountId),
    aud: token.clientId,
    exp: token.exp,
    iat: token.iat,
    auth_time: source?.authTime,
    acr: source?.acr,
    amr: source?.amr,
    nonce: source?.nonce,
    sid: token.sid,
    scope: token.scope,
    azp: row.client_id,
    uid: randomBytes(20).toString('hex'),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/** What introspection tells, with the claims of the token, as at authentik. */
function introspected({ entities }: KoaContextWithOIDC['oidc'], told: Record<string, unknown>) {
  const token = (entities.AccessToken ?? entities.ClientCredentials) as Token | undefined;
  if (told?.active !== true || !token?.jti) return told;
  const { jti: _, ...rest } = told;
  return { ...readable(token.jti), ...rest };
}

/** Tokens that were given before they became JWTs are none. */
function readable(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}

function signingKey(row: ProviderRow, box: SecretBox): { key: KeyObject; header: { kid?: string } } | undefined {
  const own = row.keys.find(({ signs }) => signs);
  if (own) {
    const opened = box.open(own.private_sealed);
    return opened === undefined
      ? undefined
      : { key: createPrivateKey({ key: JSON.parse(opened), format: 'jwk' }), header: { kid: own.kid } };
  }
  const secret = box.open(row.client_secret);
  return secret ? { key: createSecretKey(Buffer.from(secret)), header: {} } : undefined;
}
