import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '#base/is-public-address.ts';
import type { Fetch } from '#base/outgoing-fetch.ts';

export interface Outside {
  readonly fetch: Fetch;
  /** Addresses of ours and of private networks may be asked, too. */
  readonly inside: boolean;
  readonly signal: AbortSignal;
}

const redirectsAtMost = 3;
const bytesAtMost = 2 * 1024 * 1024;
const headers = {
  accept: 'application/rss+xml, application/atom+xml, application/xml, text/xml',
  'user-agent': 'Patchbay',
};

/** What an address answers. */
export interface OutsideAnswer {
  readonly url: URL;
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * GETs what somebody named, with nothing of ours: no cookies, no credentials. Throws what can be told to whoever asked: a
 * private address, another status than 200, too many redirections, too much of an answer.
 */
export async function requestOutside(address: string, outside: Outside): Promise<OutsideAnswer> {
  let url = new URL(address);
  for (let step = 0; step <= redirectsAtMost; step++) {
    refuseInside(url, outside.inside);
    const answer = await outside.fetch(url.href, { headers, redirect: 'manual', signal: outside.signal });
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location) {
      await answer.body?.cancel();
      url = new URL(location, url);
      continue;
    }
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new Error(`it answers ${answer.status}`);
    }
    return { url, contentType: answer.headers.get('content-type') ?? '', body: await bodyOf(answer) };
  }
  throw new Error(`it leads on more than ${redirectsAtMost} times`);
}

/** Looks a name up and refuses it if any of its addresses is not public: what was looked at is what is connected to. */
export const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return done(new Error('its address is not public'), '', 0);
    if (options.all) return done(null, addresses);
    done(null, addresses[0]!.address, addresses[0]!.family);
  });

function refuseInside({ protocol, username, password, hostname }: URL, inside: boolean): void {
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error('only http and https are fetched');
  if (username || password) throw new Error('addresses with credentials are not fetched');
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!inside && isIP(host) && !isPublicAddress(host)) throw new Error('its address is not public');
}

async function bodyOf(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > bytesAtMost) throw new Error('it is larger than 2 MiB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
