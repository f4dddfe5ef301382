import type { RedirectUri } from '#identity/rows/provider-row.ts';

/** Longer ones are refused before a pattern sees them. */
const longest = 2000;

/**
 * Whether a redirect URI is registered for the use: the very same text, or a pattern that fits the whole of it. What a
 * browser would read otherwise than it stands (user names, backslashes, `..`, control characters, a fragment) fits no
 * pattern.
 */
export function redirectUriAllowed(
  given: unknown,
  registered: readonly RedirectUri[],
  use: RedirectUri['redirect_uri_type'],
): boolean {
  if (typeof given !== 'string' || given.length > longest) return false;
  return registered.some(
    ({ matching_mode, url, redirect_uri_type }) =>
      redirect_uri_type === use &&
      (matching_mode === 'strict' ? url === given : isPlain(given) && (wholePattern(url)?.test(given) ?? false)),
  );
}

/** The pattern, bound to the whole text; undefined where it is none. */
export function wholePattern(pattern: string): RegExp | undefined {
  try {
    // Compiled alone first: `a)|(b` would otherwise get out of the group that binds it.
    new RegExp(pattern, 'u');
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

/** Whether the text is a URI that reads the same to everybody. */
function isPlain(given: string): boolean {
  const parsed = URL.parse(given);
  if (parsed === null || `${parsed.username}${parsed.password}` !== '' || given.includes('#')) return false;
  return parsed.href === given || (parsed.pathname === '/' && parsed.href === `${given}/`);
}
