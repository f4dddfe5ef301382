import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after } from 'node:test';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { memoryAdapter } from './memory-adapter.ts';

/** Somebody at the provider; what tests change of them holds from the next login on. */
export interface Person {
  email: string;
  email_verified: boolean;
  given_name: string;
  family_name: string;
  groups: string[];
  /** The provider leaves the groups claim out. */
  silent?: boolean;
}

export interface AuthentikLike {
  /** `http://127.0.0.1:…/application/o/netbox/`, as authentik shows an application's issuer. */
  readonly endpoint: string;
  readonly endSession: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly people: Record<string, Person>;
  /** Tells the provider of the relying party; afterwards it can be logged in. */
  register(client: Partial<ClientMetadata> & { redirect_uris: string[] }): void;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const clientId = 'netbox';
const clientSecret = 'the secret of the application netbox, long enough';

/**
 * A provider made of `oidc-provider` with authentik's addresses and claims: `groups` with the scope `roles` (the page's
 * scope mapping) as with `profile`, a form that asks for a name only, logout by RP-initiated and back-channel logout.
 */
export async function authentikLike(slug = 'netbox'): Promise<AuthentikLike> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'of the tests' };
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  const endpoint = `${origin}/application/o/${slug}/`;
  const people: AuthentikLike['people'] = {
    alice: {
      email: 'alice@example.org',
      email_verified: true,
      given_name: 'Alice',
      family_name: 'Liddell',
      groups: ['network', 'superusers'],
    },
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  after(stop);
  return {
    endpoint,
    endSession: `${endpoint}end-session/`,
    clientId,
    clientSecret,
    people,
    register(client) {
      const provider = new Provider(endpoint, configuration({ slug, people, client, key }));
      provider.on('server_error', (_context, error) => console.error(error));
      handle = handler(provider, slug, people);
    },
    stop,
    start: () => new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve())),
  };
}

interface Setup {
  readonly slug: string;
  readonly people: AuthentikLike['people'];
  readonly client: Partial<ClientMetadata>;
  readonly key: JWK;
}

function configuration({ slug, people, client, key }: Setup): Configuration {
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [key as never] },
    clients: [{ client_id: clientId, client_secret: clientSecret, ...client } as ClientMetadata],
    scopes: ['openid', 'profile', 'email', 'roles'],
    claims: {
      openid: ['sub', 'sid'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username', 'groups'],
      email: ['email', 'email_verified'],
      roles: ['groups'],
    },
    routes: {
      authorization: '/application/o/authorize/',
      token: '/application/o/token/',
      userinfo: '/application/o/userinfo/',
      jwks: `/application/o/${slug}/jwks/`,
      end_session: `/application/o/${slug}/end-session/`,
    },
    cookies: { keys: ['a key of the tests'] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        // authentik's invalidation flow asks nothing.
        logoutSource: (context, form) => {
          context.body = `<!doctype html><title>Logout</title>${form}<script>
            const form = document.forms[0]; form.insertAdjacentHTML('beforeend', '<input type="hidden" name="logout" value="yes">'); form.submit();
          </script>`;
        },
      },
    },
    // authentik asks nobody for consent where an application belongs to the same company.
    async loadExistingGrant({ oidc: { client: asking, session, provider, params } }) {
      const grant = new provider.Grant({ clientId: asking!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope(String(params!.scope));
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => `/if/flow/${uid}/` },
    findAccount: (_context, name) => {
      const person = people[name];
      if (!person) return undefined;
      const { silent, groups, ...told } = person;
      return {
        accountId: name,
        claims: () => ({
          sub: name,
          preferred_username: name,
          name: `${person.given_name} ${person.family_name}`,
          ...told,
          ...(silent ? {} : { groups }),
        }),
      };
    },
  };
}

function handler(provider: Provider, slug: string, people: AuthentikLike['people']) {
  const callback = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    if (url.startsWith(`/application/o/${slug}/.well-known/`)) request.url = url.slice(`/application/o/${slug}`.length);
    if (url.startsWith('/if/flow/'))
      void flow(provider, people, request, response).catch((error: Error) => {
        console.error(error);
        response.writeHead(500).end();
      });
    else void callback(request, response);
  };
}

/** authentik's flow of a login, with the name alone. */
async function flow(
  provider: Provider,
  people: AuthentikLike['people'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'POST') {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const accountId = new URLSearchParams(body).get('uid_field') ?? '';
    if (people[accountId]) return provider.interactionFinished(request, response, { login: { accountId } });
    return provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'this person may not use the application',
    });
  }
  response.writeHead(200, { 'content-type': 'text/html' }).end(
    `<!doctype html><html lang="en"><title>authentik</title><form method="post">
      <label>Username <input name="uid_field" autofocus></label><button>Continue</button></form></html>`,
  );
}
