import { lookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '#base/is-public-address.ts';
import { throughProxy } from './through-proxy.ts';

export interface Outside {
  /** By scheme: `http`, `https` (HTTP_PROXIES). */
  readonly proxies: Readonly<Record<string, string>>;
  /** Addresses of ours and of private networks may be asked, too. */
  readonly inside: boolean;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

const redirectsAtMost = 3;
const bytesAtMost = 2 * 1024 * 1024;

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
    const answer = await ask(url, outside);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      answer.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new Error(`it answers ${statusCode}`);
    }
    return { url, contentType: headers['content-type'] ?? '', body: await bodyOf(answer) };
  }
  throw new Error(`it leads on more than ${redirectsAtMost} times`);
}

async function ask(url: URL, outside: Outside): Promise<IncomingMessage> {
  const { proxies, inside, userAgent, signal } = outside;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('only http and https are fetched');
  if (url.username || url.password) throw new Error('addresses with credentials are not fetched');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!inside && isIP(host) && !isPublicAddress(host)) throw new Error('its address is not public');
  const options: RequestOptions = {
    method: 'GET',
    headers: {
      accept: 'application/rss+xml, application/atom+xml, application/xml, text/xml',
      'user-agent': userAgent,
    },
    signal,
    agent: false,
  };
  const proxy = proxies[url.protocol.slice(0, -1)];
  if (proxy) return answered(await throughProxy(new URL(proxy), url, options));
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return answered(send(url, { ...options, lookup: inside ? lookup : publicLookup }));
}

/** Looks a name up and refuses it if any of its addresses is not public: what was looked at is what is connected to. */
const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return done(new Error('its address is not public'), '', 0);
    if (options.all) return done(null, addresses);
    done(null, addresses[0]!.address, addresses[0]!.family);
  });

function answered(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
    request.end();
  });
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bytesAtMost) throw new Error('it is larger than 2 MiB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
