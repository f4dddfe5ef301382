import { textsFromText } from '#base/setting-kinds.ts';
import type { Settings } from '#base/settings.ts';
import { type Backend, backends, type GetSetting, otherBackends } from './backends.ts';
import { endpointProblem, plainEndpoint } from './endpoint-problem.ts';
import type { Endpoints, Provider } from './provider.ts';
import { SsoSettingError } from './sso-setting-error.ts';

/**
 * The providers that REMOTE_AUTH_BACKEND and SSO_PROVIDERS name, in that order. Throws an SsoSettingError where one is
 * not known here; one that is known and lacks a setting is there, with its problem.
 */
export function readProviders(settings: Settings): ReadonlyMap<string, Provider> {
  const providers = new Map<string, Provider>();
  for (const path of [settings.REMOTE_AUTH_BACKEND].flat()) {
    if (otherBackends.has(path)) continue;
    const backend = Object.hasOwn(backends, path) ? backends[path]! : unknownBackend(path);
    const prefix = `SOCIAL_AUTH_${backend.name.toUpperCase().replaceAll('-', '_')}_`;
    const known = namedSettings(settings.SOCIAL_AUTH, prefix);
    providers.set(
      backend.name,
      providerOf({ name: backend.name, path, backend, known, settings, spell: (name) => prefix + name }),
    );
  }
  for (const [name, given] of Object.entries(settings.SSO_PROVIDERS)) {
    const where = `SSO_PROVIDERS.${name}`;
    if (!/^[a-z0-9][a-z0-9_-]{0,31}$/i.test(name))
      throw new SsoSettingError(`${where}: a provider's name is 1 to 32 letters, digits, - and _.`);
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new SsoSettingError(
        `${where} must be an object such as {"endpoint": "https://…", "key": "…", "secret": "…"}.`,
      );
    if (providers.has(name))
      throw new SsoSettingError(`${where}: REMOTE_AUTH_BACKEND names a provider "${name}" already.`);
    const known = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toUpperCase(), value]));
    const [path, backend] = backendByName(where, known.BACKEND ?? 'oidc');
    const general = namedSettings(settings.SOCIAL_AUTH, null);
    const spell = (setting: string) => `${where}.${setting.toLowerCase()}`;
    providers.set(name, providerOf({ name, path, backend, known: { ...general, ...known }, settings, spell }));
  }
  return providers;
}

interface Named {
  readonly name: string;
  readonly path: string;
  readonly backend: Backend;
  readonly known: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  /** How a message spells a setting of the provider. */
  spell(name: string): string;
}

function unknownBackend(path: string): never {
  throw new SsoSettingError(
    `REMOTE_AUTH_BACKEND: Patchbay has no login "${path}". It knows ${[...otherBackends, ...Object.keys(backends)].join(', ')}.`,
  );
}

function backendByName(where: string, name: unknown): readonly [path: string, Backend] {
  const found = Object.entries(backends).find(([path, known]) => path === name || known.name === name);
  if (found) return found;
  const names = Object.values(backends).map((known) => known.name);
  throw new SsoSettingError(`${where}.backend must be one of ${names.join(', ')}, not ${JSON.stringify(name)}.`);
}

/** Python-social-auth looks for SOCIAL_AUTH_<BACKEND>_<NAME> first, and for SOCIAL_AUTH_<NAME> then. */
function namedSettings(social: Readonly<Record<string, unknown>>, prefix: string | null): Record<string, unknown> {
  const general: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  const others = Object.values(backends).map(({ name }) => `SOCIAL_AUTH_${name.toUpperCase().replaceAll('-', '_')}_`);
  for (const [name, value] of Object.entries(social)) {
    if (value === null || value === undefined || value === '') continue;
    if (prefix !== null && name.startsWith(prefix)) own[name.slice(prefix.length)] = value;
    else if (!others.some((other) => name.startsWith(other))) general[name.replace(/^SOCIAL_AUTH_/, '')] = value;
  }
  return { ...general, ...own };
}

function providerOf({ name, path, backend, known, settings, spell }: Named): Provider {
  const get: GetSetting = (setting) => (known[setting] === '' ? undefined : known[setting]);
  const text = (setting: string): string | undefined => {
    const value = get(setting);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new SsoSettingError(`${spell(setting)} must be a text, not ${JSON.stringify(value)}.`);
    return String(value);
  };
  const texts = (setting: string): readonly string[] | undefined => {
    const value = get(setting);
    if (value === undefined || value === null) return undefined;
    const list = typeof value === 'string' ? textsFromText(value) : value;
    if (!Array.isArray(list) || list.some((item) => typeof item !== 'string'))
      throw new SsoSettingError(`${spell(setting)} must be a list of texts, not ${JSON.stringify(value)}.`);
    return list as string[];
  };
  const yes = (setting: string, otherwise: boolean): boolean => {
    const value = get(setting) ?? otherwise;
    if (typeof value === 'boolean') return value;
    if (/^(true|false)$/i.test(String(value))) return /^true$/i.test(String(value));
    throw new SsoSettingError(`${spell(setting)} must be true or false, not ${JSON.stringify(value)}.`);
  };
  const whole = (setting: string, otherwise: number): number => {
    const value = Number(get(setting) ?? otherwise);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new SsoSettingError(`${spell(setting)} must be a number from 0, not ${JSON.stringify(get(setting))}.`);
  };
  const method = text('TOKEN_ENDPOINT_AUTH_METHOD');
  if (method !== undefined && method !== 'client_secret_basic' && method !== 'client_secret_post')
    throw new SsoSettingError(
      `${spell('TOKEN_ENDPOINT_AUTH_METHOD')} must be client_secret_basic or client_secret_post, not ${JSON.stringify(method)}.`,
    );
  const address = backend.endpoint?.(get) ?? null;
  const endpoints: Endpoints = { ...given(text), ...backend.endpoints?.(get) };
  const claims = backend.claims;
  const [label, icon] = attributes(settings.SOCIAL_AUTH.SOCIAL_AUTH_BACKEND_ATTRS, name);
  const clientId = text('KEY') ?? text('CLIENT_ID') ?? '';
  return Object.freeze({
    name,
    path,
    label: text('LABEL') ?? label ?? (name === backend.name ? backend.label : name),
    icon: text('ICON') ?? icon ?? backend.icon ?? null,
    protocol: backend.protocol ?? 'openid',
    problem: problemOf({ backend, address, endpoints, clientId, spell }),
    endpoint: address === null ? null : plainEndpoint(address),
    endpoints,
    foreignIssuer: backend.foreignIssuer ?? false,
    clientId,
    clientSecret: text('SECRET') ?? text('CLIENT_SECRET') ?? null,
    scope: [
      ...new Set([
        ...(yes('IGNORE_DEFAULT_SCOPE', false) ? [] : (backend.scope ?? defaultScope(backend))),
        ...(texts('SCOPE') ?? []),
      ]),
    ],
    authMethod: method ?? null,
    algorithms: texts('JWT_ALGORITHMS') ?? null,
    leeway: whole('JWT_LEEWAY', 30),
    oldest: whole('ID_TOKEN_MAX_AGE', 600),
    pkce: yes('USE_PKCE', true),
    claims: {
      uid: text('ID_KEY') ?? uidClaim(backend, yes('USE_UNIQUE_USER_ID', false)),
      username: text('USERNAME_KEY') ?? claims?.username ?? 'preferred_username',
      email: text('EMAIL_KEY') ?? claims?.email ?? 'email',
      fullname: text('FULLNAME_KEY') ?? claims?.fullname ?? 'name',
      firstName: text('FIRST_NAME_KEY') ?? claims?.firstName ?? 'given_name',
      lastName: text('LAST_NAME_KEY') ?? claims?.lastName ?? 'family_name',
      groups: text('GROUPS_CLAIM') ?? settings.SSO_GROUPS_CLAIM,
    },
    localPart: (backend.localPart ?? false) && text('USERNAME_KEY') === undefined,
    api: backend.api ?? null,
    parameters: parametersOf(get, spell),
    settings: known,
  });
}

/** The openid scope is what makes it OpenID Connect; GitHub has no scopes of its own by default. */
const defaultScope = ({ protocol }: Backend): readonly string[] =>
  protocol === 'oauth2' ? [] : ['openid', 'profile', 'email'];

/** Google's users are told by their address unless USE_UNIQUE_USER_ID asks for what never changes. */
function uidClaim(backend: Backend, unique: boolean): string {
  if (backend.localPart) return unique ? 'sub' : 'email';
  return backend.claims?.uid ?? 'sub';
}

function given(text: (setting: string) => string | undefined): Endpoints {
  const names = {
    issuer: 'ID_TOKEN_ISSUER',
    authorization: 'AUTHORIZATION_URL',
    token: 'ACCESS_TOKEN_URL',
    userinfo: 'USERINFO_URL',
    jwks: 'JWKS_URI',
    endSession: 'END_SESSION_URL',
  };
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, setting]) => {
      const value = text(setting);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function problemOf(parts: {
  backend: Backend;
  address: string | null;
  endpoints: Endpoints;
  clientId: string;
  spell(name: string): string;
}): string | null {
  const { backend, address, endpoints, clientId, spell } = parts;
  if (backend.protocol === 'oauth2' ? !endpoints.authorization : address === null)
    return `${spell(backend.asks ?? 'ENDPOINT')} is not set.`;
  const wrong = address === null ? null : endpointProblem(spell(backend.asks ?? 'ENDPOINT'), address);
  return wrong ?? (clientId === '' ? `${spell('KEY')} is not set: it is the client's id at the provider.` : null);
}

/** `{"oidc": ["authentik", "login"]}`: what the button says, and its icon. */
function attributes(table: unknown, name: string): readonly (string | undefined)[] {
  const entry = (table as Record<string, unknown> | undefined)?.[name];
  if (typeof entry === 'string') return [entry];
  return Array.isArray(entry) ? entry.map((part) => (typeof part === 'string' ? part : undefined)) : [];
}

function parametersOf(get: GetSetting, spell: (name: string) => string): Record<string, string> {
  const extra = get('AUTH_EXTRA_ARGUMENTS') ?? {};
  if (typeof extra !== 'object' || Array.isArray(extra))
    throw new SsoSettingError(`${spell('AUTH_EXTRA_ARGUMENTS')} must be an object, not ${JSON.stringify(extra)}.`);
  const named = [
    'DISPLAY',
    'PROMPT',
    'MAX_AGE',
    'UI_LOCALES',
    'LOGIN_HINT',
    'ID_TOKEN_HINT',
    'ACR_VALUES',
    'RESOURCE',
  ].flatMap((name) => {
    const value = get(name);
    return value === undefined || value === null ? [] : [[name.toLowerCase(), value] as const];
  });
  return Object.fromEntries([...Object.entries(extra), ...named].map(([name, value]) => [name, String(value)]));
}
