import { timingSafeEqual } from 'node:crypto';
import type { Provider } from 'oidc-provider';

/**
 * Lets a client show its id and secret with Basic as they are, too. RFC 6749 (2.3.1) has both encoded as in a form
 * first; python-social-auth and others don't, and authentik doesn't expect it: a secret with `+` or `%` in it would be
 * taken for another one. What is bare and right, or can't be read as encoded, is handed on encoded.
 */
export function acceptBareSecret(provider: Provider, clientId: string, secret: string | undefined): void {
  const bare = Buffer.from(`${clientId}:${secret ?? ''}`);
  provider.use(async ({ req }, next) => {
    const [scheme, value = ''] = (req.headers.authorization ?? '').split(' ');
    const given = Buffer.from(scheme?.toLowerCase() === 'basic' ? value : '', 'base64');
    const right = given.length === bare.length && timingSafeEqual(given, bare);
    if (right || !isEncoded(given.toString()))
      req.headers.authorization = `Basic ${Buffer.from(encoded(given.toString())).toString('base64')}`;
    await next();
  });
}

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

const encoded = (credentials: string): string => {
  const [id = '', secret = ''] = credentials.split(/:(.*)/s);
  return `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
};
