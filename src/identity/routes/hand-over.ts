import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { clientAddress } from '#access/client-address.ts';
import type { HandedOver } from '#identity/pages/look-of.ts';
import { pageHeaders } from '#identity/pages/page.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { lookFor } from './look-for.ts';

export interface HandOver {
  readonly parts: IdentityParts;
  readonly provider: Provider;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Scheme and host that the client asked. */
  readonly origin: string;
  /** The path among oidc-provider's routes, where it isn't the request's own. */
  readonly path?: string | undefined;
}

/**
 * Lets oidc-provider answer. It is told what we take the client's address and origin for, whatever the client's own
 * forwarding headers say, and reads the body as if nobody had before.
 */
export function handOver({ parts, provider, request, reply, origin, path }: HandOver): void {
  const raw = prepare({ parts, request, origin, path });
  if (Buffer.isBuffer(request.body)) {
    const body = request.body;
    // It may have been rewritten on the way.
    if (raw.headers['content-length'] !== undefined) raw.headers['content-length'] = String(body.length);
    Object.defineProperties(raw, {
      readable: { value: true, configurable: true },
      iterator: {
        async *value() {
          yield body;
        },
      },
    });
  }
  reply.hijack();
  for (const [name, value] of Object.entries(pageHeaders)) reply.raw.setHeader(name, value);
  void provider.callback()(raw, reply.raw);
}

/** The bare request as oidc-provider shall see it. */
export function prepare({ parts, request, origin, path }: Omit<HandOver, 'provider' | 'reply'>): HandedOver {
  const raw = request.raw as HandedOver & { originalUrl?: string };
  const { protocol, host } = new URL(origin);
  const address = clientAddress({ headers: request.headers, address: request.ip }, parts.settings());
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  raw.headers['x-forwarded-host'] = host;
  raw.headers['x-forwarded-for'] = address ?? '';
  const [own = '', query] = request.url.slice(parts.base.length).split(/\?(.*)/s);
  raw.url = (path ?? own) + (query === undefined ? '' : `?${query}`);
  raw.originalUrl = parts.base + raw.url;
  raw.identityLook = lookFor(request, parts);
  return raw;
}
