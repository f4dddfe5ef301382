import { keycloakAdministrator } from './start-keycloak.ts';

export interface RealmClient {
  readonly clientId: string;
  readonly secret: string;
  /** Patchbay's address. */
  readonly address: string;
}

/** Keycloak's admin API, as far as the walk needs it. */
export class KeycloakAdmin {
  readonly #address: string;
  readonly #realm: string;

  constructor(address: string, realm: string) {
    this.#address = address;
    this.#realm = realm;
  }

  /** A realm with a client as docs/sso-keycloak.md describes it: groups in the claim `groups`, both ways of logout. */
  async makeRealm({ clientId, secret, address }: RealmClient): Promise<void> {
    await this.#send('POST', '/admin/realms', { realm: this.#realm, enabled: true });
    await this.#send('POST', this.#of('clients'), {
      clientId,
      secret,
      redirectUris: [`${address}/oauth/complete/oidc/`],
      standardFlowEnabled: true,
      publicClient: false,
      attributes: {
        'pkce.code.challenge.method': 'S256',
        'post.logout.redirect.uris': `${address}/oauth/complete/oidc/`,
        'backchannel.logout.url': `${address}/oauth/backchannel-logout/oidc/`,
        'backchannel.logout.session.required': 'true',
      },
      protocolMappers: [
        {
          name: 'groups',
          protocol: 'openid-connect',
          protocolMapper: 'oidc-group-membership-mapper',
          config: {
            'claim.name': 'groups',
            'full.path': 'false',
            'id.token.claim': 'true',
            'userinfo.token.claim': 'true',
          },
        },
      ],
    });
  }

  async makeGroup(name: string): Promise<void> {
    await this.#send('POST', this.#of('groups'), { name });
  }

  async makeUser(username: string, password: string, groups: readonly string[]): Promise<void> {
    await this.#send('POST', this.#of('users'), {
      username,
      enabled: true,
      email: `${username}@example.org`,
      emailVerified: true,
      firstName: 'Alice',
      lastName: 'Liddell',
      groups: groups.map((name) => `/${name}`),
      credentials: [{ type: 'password', value: password, temporary: false }],
    });
  }

  async leaveGroup(username: string, group: string): Promise<void> {
    const [{ id: user }] = await this.#get(`users?exact=true&username=${username}`);
    const [{ id }] = await this.#get(`groups?exact=true&search=${group}`);
    await this.#send('DELETE', this.#of(`users/${user}/groups/${id}`));
  }

  /** Ends somebody's sessions at Keycloak, which tells its clients by back-channel logout. */
  async endSessions(username: string): Promise<void> {
    const [{ id }] = await this.#get(`users?exact=true&username=${username}`);
    await this.#send('POST', this.#of(`users/${id}/logout`));
  }

  async sessions(username: string): Promise<number> {
    const [{ id }] = await this.#get(`users?exact=true&username=${username}`);
    return (await this.#get(`users/${id}/sessions`)).length;
  }

  #of(path: string): string {
    return `/admin/realms/${this.#realm}/${path}`;
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever Keycloak answers
  async #get(path: string): Promise<any> {
    return (await this.#send('GET', this.#of(path))).json();
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const token = await this.#token();
    const answer = await fetch(this.#address + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async #token(): Promise<string> {
    const answer = await fetch(`${this.#address}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...keycloakAdministrator }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    return access_token;
  }
}
