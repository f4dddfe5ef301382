import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '#base/settings.ts';
import { sessionAge } from './session.ts';

/** The value of the cookie, or undefined where the request has none. */
export function readCookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const part of headers.cookie?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() === name)
      return part
        .slice(equals + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}

/** A `Set-Cookie` for the session, or one that takes it away where the key is null. */
export function sessionCookie(key: string | null, settings: Settings, secure: boolean): string {
  const age = key === null ? 0 : sessionAge(settings);
  return [
    `${settings.SESSION_COOKIE_NAME}=${key ?? ''}`,
    `Path=/${settings.BASE_PATH.replace(/^\/+|\/+$/g, '')}`,
    `Max-Age=${age}`,
    `Expires=${new Date(key === null ? 0 : Date.now() + age * 1000).toUTCString()}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure || settings.SESSION_COOKIE_SECURE ? ['Secure'] : []),
  ].join('; ');
}

/** Whether the client spoke https, to us or to the proxy before us. */
export const isSecure = (headers: IncomingHttpHeaders): boolean =>
  String(headers['x-forwarded-proto'] ?? '')
    .split(',')[0]
    ?.trim()
    .toLowerCase() === 'https';
