import * as oidc from 'openid-client';
import type { IdentityServer } from './serve-identity.ts';
import { type Answer, formIn, Visitor } from './visitor.ts';

export const password = 'correct horse';
export const callback = 'https://netbox.company/oauth/complete/oidc/';
export const loggedOut = 'https://netbox.company/logged-out/';
const scopes = ['openid', 'email', 'profile', 'offline_access', 'entitlements'];
const mappings = scopes.map((name) => `authentik default OAuth Mapping: OpenID '${name}'`);

/** The page's own mapping of groups to roles. */
export const rolesExpression = `return {
  "groups": ["superusers" if group.name == "netbox_admin" else "staff" if group.name == "netbox_staff" else group.name for group in request.user.ak_groups.all()],
}`;

/** Makes a user, and an application with a provider as the page's Preparation says; returns the provider's id. */
export async function prepare(
  { make }: IdentityServer,
  provider: Record<string, unknown> = {},
  application: Record<string, unknown> = {},
): Promise<string> {
  const name = String(provider.client_id ?? 'netbox');
  const id = await make('providers', {
    name,
    client_id: name,
    client_secret: `secret of ${name}`,
    redirect_uris: [callback, { url: loggedOut, redirect_uri_type: 'logout' }],
    property_mappings: mappings,
    ...provider,
  });
  await make('applications', { name: name.toUpperCase(), slug: name, provider: Number(id), ...application });
  return id;
}

/** A relying party of its own, which finds out everything from the issuer. */
export function discover({ address }: IdentityServer, slug = 'netbox', secret?: string): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(`${address}/application/o/${slug}/`), slug, secret ?? `secret of ${slug}`, undefined, {
    execute: [oidc.allowInsecureRequests],
    timeout: 120,
  });
}

export interface Begun {
  readonly url: URL;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Begins a login, with PKCE. */
export async function begin(client: oidc.Configuration, parameters: Record<string, string> = {}): Promise<Begun> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return { url, verifier, state, nonce };
}

/** Goes through the sign-in's page, where there is one; answers what the application is sent. */
export async function signIn(visitor: Visitor, url: URL, username = 'alice'): Promise<Answer> {
  const page = await visitor.open(url.href);
  return page.text.includes('name="password"') ? visitor.send(formIn(page).action, { username, password }) : page;
}

/** Exchanges the code of an answer. */
export function exchange(client: oidc.Configuration, { verifier, state, nonce }: Begun, answer: Answer) {
  return oidc.authorizationCodeGrant(client, new URL(answer.location ?? 'about:blank'), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
  });
}

/** Logs in from the beginning to the end. */
export async function logIn(
  server: IdentityServer,
  { slug = 'netbox', username = 'alice', visitor = new Visitor(server.address), ...parameters }: LogIn = {},
) {
  const client = await discover(server, slug);
  const begun = await begin(client, parameters);
  const answer = await signIn(visitor, begun.url, username);
  return { client, begun, answer, visitor, tokens: await exchange(client, begun, answer) };
}

interface LogIn {
  slug?: string;
  username?: string;
  visitor?: Visitor;
  scope?: string;
  prompt?: string;
}
