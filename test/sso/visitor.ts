/** Somebody with a browser of few abilities: it keeps cookies and follows nothing by itself. */
export class Visitor {
  readonly address: string;
  readonly cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address;
  }

  async send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const url = path.startsWith('http') ? path : this.address + path;
    const own = url.startsWith(new URL(this.address).origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(own && cookie && { cookie }), ...init.headers },
    });
    if (own)
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/Max-Age=0/.test(line)) this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
    return response;
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, looked into by tests
  async json(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<any> {
    const response = await this.send(path, init);
    return response.status === 204 ? null : response.json();
  }

  /** What the login page would show. */
  loginFacts(): Promise<{
    csrf: string;
    providers: { name: string; problem: string | null }[];
    notice: { kind: string; message: string } | null;
  }> {
    return this.json('/patchbay/login/');
  }

  /** Begins a login: the provider's address. */
  async begin(provider: string, body: Record<string, unknown> = {}): Promise<Response> {
    const { csrf } = await this.loginFacts();
    return this.send(`/oauth/begin/${provider}/`, {
      method: 'POST',
      headers: { 'x-csrftoken': csrf, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Goes to the provider and returns the address to which it sends the browser back. */
  async toProvider(provider: string, body: Record<string, unknown> = {}): Promise<string> {
    const { url } = (await (await this.begin(provider, body)).json()) as { url: string };
    const response = await fetch(url, { redirect: 'manual' });
    return response.headers.get('location')!;
  }

  /** A whole login; where it leads, and what the login page says then. */
  async logIn(
    provider: string,
    body: Record<string, unknown> = {},
  ): Promise<{ to: string; notice: { kind: string; message: string } | null }> {
    const back = await this.send(await this.toProvider(provider, body));
    const to = back.headers.get('location') ?? String(back.status);
    return { to, notice: (await this.loginFacts()).notice };
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  async session(): Promise<any> {
    return this.json('/patchbay/session/');
  }
}
