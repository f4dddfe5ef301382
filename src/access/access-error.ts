import { HttpError } from '#base/http-error.ts';

/** Why somebody is turned away; the details are those that NetBox 4.7's clients know. */
const catalogue = {
  malformedHeader: [403, 'Invalid authorization header: Must be in the form "Bearer <key>.<token>" or "Token <token>"'],
  undecodableHeader: [403, 'Invalid authorization header: Token contains invalid characters'],
  keylessToken: [
    403,
    "Invalid authorization header: Could not parse key from v2 token. Did you mean to use 'Token' instead of 'Bearer'?",
  ],
  invalidV1Token: [403, 'Invalid v1 token'],
  invalidV2Token: [403, 'Invalid v2 token'],
  unknownAddress: [
    403,
    'The address of the client is not known: check HTTP_CLIENT_IP_HEADERS and the proxy before us.',
  ],
  addressNotAllowed: [403, 'Source IP {address} is not permitted to authenticate using this token.'],
  tokenDisabled: [403, 'Token disabled'],
  tokenExpired: [403, 'Token expired'],
  userInactive: [403, 'User inactive'],
  notAuthenticated: [403, 'Authentication credentials were not provided.'],
  notPermitted: [403, 'You do not have permission to perform this action.'],
  csrfMissing: [403, 'CSRF Failed: CSRF token missing.'],
  csrfIncorrect: [403, 'CSRF Failed: CSRF token incorrect.'],
  foreignOrigin: [403, 'CSRF Failed: Origin checking failed - {origin} does not match any trusted origins.'],
  untrustedProxy: [
    403,
    'The header {header} is taken from trusted proxies only: REMOTE_AUTH_TRUSTED_PROXIES does not name the address that sent it.',
  ],
  invalidLogin: [400, 'Please enter a correct username and password. Both are case-sensitive.'],
  tooManyLogins: [429, 'Too many failed logins. Try again in {seconds} seconds.'],
} as const satisfies Record<string, readonly [status: number, detail: string]>;

export type AccessErrorCode = keyof typeof catalogue;

/** Somebody is turned away. */
export class AccessError extends HttpError {
  override name = 'AccessError';
  readonly code: AccessErrorCode;

  constructor(code: AccessErrorCode, values: Readonly<Record<string, string>> = {}) {
    const [status, template] = catalogue[code];
    super(
      status,
      template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
      code === 'tooManyLogins' ? { 'Retry-After': values.seconds ?? '60' } : {},
    );
    this.code = code;
  }
}
