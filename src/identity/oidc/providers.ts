import type { Provider } from 'oidc-provider';
import type { IdentityParts } from '#identity/parts.ts';
import { type FoundProvider, findProviderByClientId } from '#identity/rows/find-provider.ts';
import { createProvider } from './create-provider.ts';
import { portalRow } from './portal-row.ts';

/** How many are kept; those that were not asked for longest are made anew when they are. */
const most = 200;

/**
 * The providers that answer, one for each row and origin. They are kept by the text of the row itself: a changed row,
 * key or mapping is another text, in every process, and there is nothing to invalidate.
 */
export class Providers {
  readonly #parts: IdentityParts;
  readonly #kept = new Map<string, Provider>();

  constructor(parts: IdentityParts) {
    this.#parts = parts;
  }

  /** The provider of a row for a client that asked at `origin`. Throws where its key cannot be opened. */
  get({ row, text }: FoundProvider, origin: string): Provider {
    const key = `${origin}\n${text}`;
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    const provider =
      kept ??
      createProvider({ parts: this.#parts, row, origin, otherClient: (clientId) => this.#client(clientId, origin) });
    this.#kept.set(key, provider);
    if (this.#kept.size > most) this.#kept.delete(this.#kept.keys().next().value!);
    return provider;
  }

  /** What answers for the user's own page: a provider without a client, with the session that all share. */
  portal(origin: string): Provider {
    return this.get({ row: portalRow, text: 'portal' }, origin);
  }

  /** The provider of a client; undefined where there is none. */
  async ofClient(clientId: string, origin: string): Promise<Provider | undefined> {
    const found = await findProviderByClientId(this.#parts.sql, clientId);
    return found ? this.get(found, origin) : undefined;
  }

  async #client(clientId: string, origin: string): Promise<unknown> {
    return (await this.ofClient(clientId, origin))?.Client.find(clientId);
  }
}
