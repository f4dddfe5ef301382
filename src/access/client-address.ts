import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Settings } from '#base/settings.ts';

/** What is known of a request before anybody is known. */
export interface RequestFacts {
  readonly headers: IncomingHttpHeaders;
  /** The address at the other end of the connection. */
  readonly address: string | undefined;
  readonly method: string;
}

/**
 * The client's address, or null where none can be told: the first of HTTP_CLIENT_IP_HEADERS that is present decides,
 * and of a list in it the first entry (NetBox's rule; a port behind the address is cut off).
 */
export function clientAddress(
  { headers, address }: Pick<RequestFacts, 'headers' | 'address'>,
  settings: Pick<Settings, 'HTTP_CLIENT_IP_HEADERS'>,
): string | null {
  for (const name of settings.HTTP_CLIENT_IP_HEADERS) {
    const value =
      name === 'REMOTE_ADDR'
        ? address
        : headers[
            name
              .replace(/^HTTP_/, '')
              .replaceAll('_', '-')
              .toLowerCase()
          ];
    if (value === undefined) continue;
    return plain((Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim() ?? '');
  }
  return null;
}

/** `::ffff:10.0.0.1`, as a socket of both families shows it, is 10.0.0.1. */
function plain(text: string): string | null {
  const address = text.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  if (isIP(address) === 0) return null;
  return address.replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
}
