import type { LookupFunction } from 'node:net';
import type { Settings } from './settings.ts';

/** A setting or variable names a proxy that cannot be used. */
export class ProxySettingError extends Error {
  override name = 'ProxySettingError';
}

type Environment = Readonly<Record<string, string | undefined>>;
export type Fetch = typeof globalThis.fetch;

/**
 * How requests leave: through the proxies of HTTP_PROXIES (`http`, `https`, `all`, `no_proxy`), else through those that the
 * environment names in the usual way (https_proxy, HTTPS_PROXY, http_proxy …, all_proxy), but directly to what no_proxy
 * names: hosts, `.domains`, ports behind a colon, `*`. Whom it asks directly it looks up with `lookup`. Throws a ProxySettingError for proxies other than http and https.
 */
export function outgoingFetch(
  { HTTP_PROXIES }: Pick<Settings, 'HTTP_PROXIES'>,
  environment: Environment = process.env,
  { lookup }: { readonly lookup?: LookupFunction } = {},
): Fetch {
  const given = HTTP_PROXIES ?? {};
  const pick = (scheme: string): string => {
    for (const key of [scheme, 'all']) if (given[key]) return checked(`HTTP_PROXIES["${key}"]`, given[key]);
    for (const name of [`${scheme}_proxy`, 'all_proxy'])
      for (const spelt of [name, name.toUpperCase()]) {
        // A client could set it as the header Proxy (CGI); python's requests and curl pass it over, too.
        if (spelt === 'HTTP_PROXY' && environment.REQUEST_METHOD) continue;
        const value = environment[spelt];
        if (value) return checked(spelt, value);
      }
    return '';
  };
  const [httpProxy, httpsProxy] = [pick('http'), pick('https')];
  // Node's own is left alone where it will do.
  if (httpProxy === '' && httpsProxy === '' && !lookup) return (input, init) => globalThis.fetch(input, init);
  const noProxy = given.no_proxy ?? environment.no_proxy ?? environment.NO_PROXY ?? '';
  let through: Promise<Fetch> | undefined;
  return async (input, init) => {
    through ??= fetchThrough({ httpProxy, httpsProxy, noProxy }, lookup);
    return (await through)(input, init);
  };
}

/** Node's own fetch takes proxies from version 24 on, and for the whole program alone. */
async function fetchThrough(
  proxies: { httpProxy: string; httpsProxy: string; noProxy: string },
  lookup: LookupFunction | undefined,
): Promise<Fetch> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ ...proxies, ...(lookup ? { connect: { lookup } } : {}) });
  return ((input: string, init: object = {}) => fetch(input, { ...init, dispatcher })) as unknown as Fetch;
}

function checked(name: string, value: string): string {
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.parse(written);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new ProxySettingError(
      `${name} must be the address of an http or https proxy, not ${JSON.stringify(hidden(value))}.`,
    );
  return written;
}

/** Without the password that it may hold. */
const hidden = (value: string): string => value.replace(/\/\/[^@/]*@/, '//…@');
