import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { checkOrigin } from '#access/csrf.ts';
import { isSecure, readCookie } from '#access/session-cookie.ts';
import { saltedHmac } from '#access/signing.ts';
import type { SsoParts } from './sso-parts.ts';

/** Tells browsers apart before anybody is logged in: a login comes back to the browser that began it. */
const cookieName = 'patchbay_login';
const hours = 12;

/** The browser's secret, made and set where it has none yet. */
export function browserSecret(request: FastifyRequest, reply: FastifyReply, parts: SsoParts): string {
  const known = knownBrowser(request);
  if (known) return known;
  const secret = randomBytes(32).toString('base64url');
  appendCookie(reply, ownCookie(cookieName, secret, { request, parts, seconds: hours * 3600 }));
  return secret;
}

/** The browser's secret, or null where it has none. */
export function knownBrowser({ headers }: FastifyRequest): string | null {
  const value = readCookie(headers, cookieName);
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

/** What a page must repeat to begin a login: it can be read by pages of ours only. */
export const beginToken = (secret: string, { settings }: SsoParts): string =>
  saltedHmac('patchbay.begin', secret, settings().SECRET_KEY).toString('base64url');

/** Throws unless a page of ours makes the request: the token in X-CSRFToken, or in the form as Django's name of it. */
export function checkBegin(request: FastifyRequest, parts: SsoParts): string {
  checkOrigin(request.headers, parts.settings());
  const body = (request.body ?? {}) as Record<string, unknown>;
  const given = Buffer.from(String(request.headers['x-csrftoken'] ?? body.csrfmiddlewaretoken ?? ''));
  const secret = knownBrowser(request);
  if (given.length === 0 || secret === null) throw new AccessError('csrfMissing');
  const expected = Buffer.from(beginToken(secret, parts));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AccessError('csrfIncorrect');
  return secret;
}

/** A cookie of ours for a short time. */
export function ownCookie(
  name: string,
  value: string,
  { request, parts, seconds }: { request: FastifyRequest; parts: SsoParts; seconds: number },
): string {
  const secure =
    request.protocol === 'https' || isSecure(request.headers) || parts.settings().SESSION_COOKIE_SECURE === true;
  return `${name}=${value}; Path=/${parts.basePath}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Sets one cookie more. */
export function appendCookie(reply: FastifyReply, cookie: string): void {
  const known = reply.getHeader('set-cookie');
  void reply.removeHeader('set-cookie').header('set-cookie', [...(known ? [known].flat().map(String) : []), cookie]);
}
