import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after } from 'node:test';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

/** What the next login at the provider is like; everything that isn't said is as it should be. */
export interface Forgery {
  /** The claims of the id_token, made from the right ones. */
  idToken?(claims: JWTPayload): JWTPayload;
  /** The whole id_token instead. */
  token?(claims: JWTPayload): Promise<string>;
  header?: Partial<JWTHeaderParameters>;
  /** The key that signs, where it isn't the published one. */
  key?: CryptoKey | Uint8Array;
  userinfo?: Record<string, unknown>;
  /** Parameters of the way back, instead of or beside code and state. */
  back?: Record<string, string>;
  /** What the token endpoint answers instead. */
  tokenAnswer?: { status: number; body: unknown };
  /** What a route answers instead, to the letter: `token`, `userinfo`, `jwks`, `discovery`. 'silence' is no answer. */
  raw?: Partial<Record<Route, RawAnswer | 'silence'>>;
}

type Route = 'token' | 'userinfo' | 'jwks' | 'discovery';

interface RawAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
  readonly location?: string;
}

export interface ForgingProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is told of who logs in. */
  claims: Record<string, unknown>;
  forgery: Forgery;
  /** What the discovery document says beside the usual, or instead. */
  metadata: Record<string, unknown>;
  /** The requests that came, by path. */
  readonly asked: string[];
  /** Makes a new signing key; the old one is published no more. */
  rotate(algorithm?: string): Promise<void>;
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * A provider of OpenID Connect that can be told to get everything wrong. It logs in whoever comes, checks PKCE, the
 * client's secret and that a code is used once, and publishes whatever key it signs with.
 */
export async function forgingProvider(slug = 'netbox'): Promise<ForgingProvider> {
  const codes = new Map<string, URLSearchParams>();
  const accessTokens = new Set<string>();
  let keys = await makeKeys('RS256');
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(500).end(error.stack));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;

  const provider: ForgingProvider = {
    issuer: `${origin}/application/o/${slug}/`,
    clientId: 'netbox-client',
    clientSecret: 'a secret of some length, as HS256 asks for',
    claims: {
      sub: 'alice-id',
      preferred_username: 'alice',
      email: 'alice@example.org',
      given_name: 'Alice',
      family_name: 'Liddell',
      name: 'Alice Liddell',
    },
    forgery: {},
    metadata: {},
    asked: [],
    async rotate(algorithm = 'RS256') {
      keys = await makeKeys(algorithm);
    },
    sign: (claims, header = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: keys.algorithm, kid: keys.kid, ...header })
        .sign(provider.forgery.key ?? keys.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: () => new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve())),
  };
  after(() => provider.stop());
  return provider;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, origin);
    provider.asked.push(url.pathname);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const route = url.pathname.replace(`/application/o/${slug}/`, '/').replace('/application/o/', '/');
    const name = route === '/.well-known/openid-configuration' ? 'discovery' : route.replaceAll('/', '');
    const raw = provider.forgery.raw?.[name as Route];
    if (raw === 'silence') return;
    if (raw) {
      const { status = 200, type = 'application/json', body, location } = raw;
      response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
      return;
    }
    if (name === 'discovery')
      return void json({
        issuer: provider.issuer,
        authorization_endpoint: `${origin}/application/o/authorize/`,
        token_endpoint: `${origin}/application/o/token/`,
        userinfo_endpoint: `${origin}/application/o/userinfo/`,
        jwks_uri: `${origin}/application/o/${slug}/jwks/`,
        end_session_endpoint: `${origin}/application/o/${slug}/end-session/`,
        id_token_signing_alg_values_supported: [keys.algorithm],
        ...provider.metadata,
      });
    if (route === '/jwks/') return void json({ keys: [keys.publicJwk] });
    if (route === '/authorize/') return back(url, response);
    if (route === '/token/') {
      const body = new URLSearchParams(await read(request));
      return token(request, body, json);
    }
    if (route === '/userinfo/') {
      const bearer = request.headers.authorization?.replace('Bearer ', '') ?? '';
      if (!accessTokens.has(bearer)) return void json({ error: 'invalid_token' }, 401);
      return void json(provider.forgery.userinfo ?? provider.claims);
    }
    response.writeHead(404).end();
  }

  function back(url: URL, response: ServerResponse): void {
    const code = randomUUID();
    codes.set(code, url.searchParams);
    const target = new URL(url.searchParams.get('redirect_uri')!);
    const parameters = { code, state: url.searchParams.get('state')!, ...provider.forgery.back };
    for (const [name, value] of Object.entries(parameters)) if (value !== '') target.searchParams.set(name, value);
    response.writeHead(302, { location: target.href }).end();
  }

  async function token(
    request: IncomingMessage,
    body: URLSearchParams,
    json: (body: unknown, status?: number) => unknown,
  ): Promise<void> {
    if (provider.forgery.tokenAnswer)
      return void json(provider.forgery.tokenAnswer.body, provider.forgery.tokenAnswer.status);
    const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    const [id = '', secret = ''] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    const known =
      (body.get('client_id') ?? id) === provider.clientId &&
      (body.get('client_secret') ?? secret) === provider.clientSecret;
    if (!known) return void json({ error: 'invalid_client' }, 401);
    const asked = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!asked || asked.get('code_challenge') !== challenge || asked.get('redirect_uri') !== body.get('redirect_uri'))
      return void json({ error: 'invalid_grant', error_description: 'the code is not good' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const right: JWTPayload = {
      iss: provider.issuer,
      sub: provider.claims.sub as string,
      aud: provider.clientId,
      iat: now,
      exp: now + 300,
      nonce: asked.get('nonce') ?? '',
      sid: 'session-1',
    };
    const claims = provider.forgery.idToken?.(right) ?? right;
    const accessToken = randomUUID();
    accessTokens.add(accessToken);
    json({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 300,
      id_token: (await provider.forgery.token?.(claims)) ?? (await provider.sign(claims, provider.forgery.header)),
    });
  }
}

interface Keys {
  readonly algorithm: string;
  readonly kid: string;
  readonly privateKey: CryptoKey | Uint8Array;
  readonly publicJwk: Record<string, unknown>;
}

async function makeKeys(algorithm: string): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = randomUUID();
  return { algorithm, kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
