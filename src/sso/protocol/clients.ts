import type { Fetch } from '#base/outgoing-fetch.ts';
import type { Provider } from '../settings/provider.ts';
import { Discovery } from './discovery.ts';
import { oauth2Client } from './oauth2-client.ts';
import { openIdClient } from './openid-client.ts';
import type { ProviderClient } from './provider-client.ts';
import { TokenKeys } from './token-keys.ts';

/** The clients of all providers, which share what they learned of them. */
export function providerClients({
  fetch = globalThis.fetch,
  keysPause,
}: {
  /** How requests leave. */
  readonly fetch?: Fetch;
  readonly keysPause?: number;
} = {}): (provider: Provider) => ProviderClient {
  const parts = { fetch, discovery: new Discovery(fetch), keys: new TokenKeys(fetch, keysPause) };
  const clients = new Map<Provider, ProviderClient>();
  return (provider) => {
    const known = clients.get(provider);
    if (known) return known;
    const made = provider.protocol === 'openid' ? openIdClient(provider, parts) : oauth2Client(provider, fetch);
    clients.set(provider, made);
    return made;
  };
}
