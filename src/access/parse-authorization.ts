import { AccessError } from './access-error.ts';

/** A token as a header carries it: v2 by its key, v1 by itself. */
export type GivenToken =
  | { readonly version: 1; readonly secret: string }
  | { readonly version: 2; readonly key: string; readonly secret: string };

const tokenPrefix = 'nbt_';

/**
 * The token in an Authorization header, or null where there is none or the scheme is another's. The scheme may be
 * Token or Bearer in any case; the version is told by the prefix `nbt_` alone.
 */
export function parseAuthorization(header: string | undefined): GivenToken | null {
  const [scheme, value, ...more] = (header ?? '').trim().split(/[ \t\n\r\f\v]+/);
  if (!scheme || !/^(token|bearer)$/i.test(scheme)) return null;
  if (value === undefined || more.length > 0) throw new AccessError('malformedHeader');
  const text = decode(value);
  if (!text.startsWith(tokenPrefix)) return { version: 1, secret: text };
  const dot = text.indexOf('.');
  if (dot < 0) throw new AccessError('keylessToken');
  return { version: 2, key: text.slice(tokenPrefix.length, dot), secret: text.slice(dot + 1) };
}

/** Node reads headers as Latin-1; the bytes are meant as UTF-8. */
function decode(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    throw new AccessError('undecodableHeader');
  }
}
