import { isObject } from '#identity/claims/merge-claims.ts';
import { wholePattern } from '#identity/oidc/redirect-uri-allowed.ts';
import type { RedirectUri } from '#identity/rows/provider-row.ts';
import { FieldError } from './field.ts';

/** Schemes that a browser would run or open instead of going there. */
const refusedSchemes = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:']);

/** Reads a list of redirect URIs: texts (strict), or authentik's objects. Throws what is wrong with one. */
export function readRedirectUris(value: unknown): RedirectUri[] {
  if (!Array.isArray(value)) throw new FieldError('This must be a list of URIs.');
  return value.map((one) => read(typeof one === 'string' ? { url: one } : one));
}

function read(value: unknown): RedirectUri {
  if (!isObject(value) || typeof value.url !== 'string' || value.url === '')
    throw new FieldError('A redirect URI is a text, or an object with url, matching_mode and redirect_uri_type.');
  const { url, matching_mode = 'strict', redirect_uri_type = 'authorization' } = value;
  if (matching_mode !== 'strict' && matching_mode !== 'regex')
    throw new FieldError(`matching_mode must be strict or regex, not ${JSON.stringify(matching_mode)}.`);
  if (redirect_uri_type !== 'authorization' && redirect_uri_type !== 'logout')
    throw new FieldError(
      `redirect_uri_type must be authorization or logout, not ${JSON.stringify(redirect_uri_type)}.`,
    );
  if (matching_mode === 'regex' && !wholePattern(url))
    throw new FieldError(`"${url}" is no regular expression that we understand.`);
  if (matching_mode === 'strict') checkUri(url);
  return { matching_mode, url, redirect_uri_type };
}

function checkUri(url: string): void {
  const parsed = URL.parse(url);
  if (!parsed) throw new FieldError(`"${url}" is no absolute URI.`);
  if (refusedSchemes.has(parsed.protocol)) throw new FieldError(`The scheme ${parsed.protocol} is not allowed.`);
  if (url.includes('#')) throw new FieldError(`"${url}" must not have a fragment.`);
}
