import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '#base/settings.ts';
import { AccessError } from './access-error.ts';
import { saltedHmac } from './signing.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Whether a method changes nothing. */
export const isSafe = (method: string): boolean => safeMethods.has(method);

/** The token that a session's unsafe requests must carry: bound to the session, so it needs no cookie of its own. */
export const csrfToken = (sessionKey: string, { SECRET_KEY }: Pick<Settings, 'SECRET_KEY'>): string =>
  saltedHmac('patchbay.csrf', sessionKey, SECRET_KEY).toString('base64url');

/** Throws unless X-CSRFToken carries the session's token. */
export function checkCsrf(headers: IncomingHttpHeaders, token: string): void {
  const given = Buffer.from(String(headers['x-csrftoken'] ?? ''));
  const expected = Buffer.from(token);
  if (given.length === 0) throw new AccessError('csrfMissing');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AccessError('csrfIncorrect');
}

/**
 * Throws where a page of another site made the request: there is no session yet whose token it could carry. Only a
 * browser sends Origin; it must be the host that was asked, or one of CSRF_TRUSTED_ORIGINS (`https://*.example.org`).
 */
export function checkOrigin(headers: IncomingHttpHeaders, settings: Pick<Settings, 'CSRF_TRUSTED_ORIGINS'>): void {
  const { origin } = headers;
  if (origin === undefined) return;
  const [scheme, host = ''] = origin.split('://');
  const own = [
    headers.host,
    String(headers['x-forwarded-host'] ?? '')
      .split(',')[0]
      ?.trim(),
  ];
  const trusted = settings.CSRF_TRUSTED_ORIGINS.some((text) => {
    const [trustedScheme, pattern = ''] = text.split('://');
    if (trustedScheme !== scheme) return false;
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) || host === pattern.slice(2) : host === pattern;
  });
  if (!trusted && (host === '' || !own.includes(host))) throw new AccessError('foreignOrigin', { origin });
}
