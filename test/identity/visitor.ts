/** An answer, with its text. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without scripts: keeps cookies by path, follows redirects where it is told to. */
export class Visitor {
  readonly #address: string;
  readonly #cookies = new Map<string, { value: string; path: string }>();

  constructor(address: string) {
    this.#address = address;
  }

  get cookies(): string[] {
    return [...this.#cookies.keys()];
  }

  /** Asks for a page; a redirect that stays on the server is followed. */
  async open(url: string, init: RequestInit = {}): Promise<Answer> {
    let answer = await this.ask(url, init);
    for (let hops = 0; hops < 10 && answer.location?.startsWith(new URL(this.#address).origin); hops++)
      answer = await this.ask(answer.location);
    return answer;
  }

  /** Sends a form, as the page at the address would. */
  async send(url: string, form: Record<string, string>): Promise<Answer> {
    return this.open(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: new URL(this.#address).origin },
    });
  }

  /** One request. */
  async ask(url: string, init: RequestInit = {}): Promise<Answer> {
    const target = new URL(url, this.#address);
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => target.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(target, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get('location');
    return {
      status: response.status,
      location: location === null ? undefined : new URL(location, target).href,
      headers: response.headers,
      text: await response.text(),
    };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    const path = attributes.find((part) => /^path=/i.test(part))?.slice(5) ?? '/';
    if (value === '' || attributes.some((part) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(part)))
      this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}

/** Where a page's first form goes, and what it has filled in. */
export function formIn({ text }: Answer): { action: string; values: Record<string, string> } {
  const action = /<form[^>]* action="([^"]*)"/.exec(text)?.[1] ?? '';
  const [, form = ''] = /<form[^>]*>([\s\S]*?)<\/form>/.exec(text) ?? [];
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return { action, values: Object.fromEntries([...hidden].map(([, name, value]) => [name!, value!])) };
}
