import { isIP } from 'node:net';
import type { Constraints } from './constraints-contract.ts';
import {
  flag,
  integer,
  isMapping,
  isTexts,
  json,
  list,
  mapping,
  optionalInteger,
  type Setting,
  text,
  textOrTexts,
  texts,
} from './setting-kinds.ts';

/** A rule that new passwords must keep (src/access/password-validators/). */
export interface PasswordValidator {
  readonly NAME: string;
  readonly OPTIONS?: Readonly<Record<string, unknown>>;
}

const own: Constraints = [{ user: '$user' }];
const actions = ['view', 'add', 'change', 'delete'];
const ownObjects = ['extras.bookmark', 'extras.notification', 'extras.subscription', 'users.token'].flatMap((name) => {
  const [app, model] = name.split('.');
  return actions.map((action): [string, Constraints] => [`${app}.${action}_${model}`, own]);
});

/** NetBox's settings, under NetBox's names, with NetBox 4.7's defaults: the one place that states them. */
export const settingsTable = {
  // Lists
  PAGINATE_COUNT: integer(50, { min: 1, dynamic: true }),
  MAX_PAGE_SIZE: integer(1000, { min: 0, dynamic: true }),

  // Who may do what
  LOGIN_REQUIRED: flag(true),
  LOGIN_PERSISTENCE: flag(false),
  LOGIN_TIMEOUT: optionalInteger({ min: 1 }),
  LOGIN_FORM_HIDDEN: flag(false),
  /** Ours: seconds after which a session ends however much it is used; LOGIN_TIMEOUT counts from the last use where LOGIN_PERSISTENCE is on. */
  SESSION_ABSOLUTE_TIMEOUT: optionalInteger({ min: 1 }),
  LOGOUT_REDIRECT_URL: text('home'),
  EXEMPT_VIEW_PERMISSIONS: texts([]),
  DEFAULT_PERMISSIONS: mapping<Constraints>(Object.fromEntries(ownObjects)),
  DEFAULT_USER_PREFERENCES: mapping<unknown>({}, { dynamic: true }),

  AUTH_PASSWORD_VALIDATORS: list<PasswordValidator>(
    [
      { NAME: 'django.contrib.auth.password_validation.MinimumLengthValidator', OPTIONS: { min_length: 12 } },
      { NAME: 'utilities.password_validation.AlphanumericPasswordValidator' },
    ],
    {
      expected: 'a list of validators such as {"NAME": "…", "OPTIONS": {…}}',
      accepts: (value) =>
        value.every(
          (one) =>
            isMapping(one) &&
            typeof one.NAME === 'string' &&
            (one.OPTIONS === undefined || isMapping(one.OPTIONS)) &&
            Object.keys(one).every((key) => key === 'NAME' || key === 'OPTIONS'),
        ),
    },
  ),

  // Secrets
  SECRET_KEY: text('', {
    expected: 'a text of at least 50 characters',
    accepts: (value) => value === '' || value.length >= 50,
  }),
  API_TOKEN_PEPPERS: mapping<string>(
    {},
    {
      expected: 'an object of peppers (at least 50 characters each) by number from 0 to 32767',
      accepts: (value) =>
        Object.entries(value).every(
          ([id, pepper]) =>
            /^\d{1,5}$/.test(id) && Number(id) <= 32767 && typeof pepper === 'string' && pepper.length >= 50,
        ),
    },
  ),
  SESSION_COOKIE_NAME: text('sessionid'),
  SESSION_COOKIE_SECURE: flag(false),
  CSRF_COOKIE_NAME: text('csrftoken'),
  CSRF_COOKIE_SECURE: flag(false),
  CSRF_TRUSTED_ORIGINS: texts([]),
  CORS_ORIGIN_ALLOW_ALL: flag(false),
  CORS_ORIGIN_WHITELIST: texts([]),
  CORS_ORIGIN_REGEX_WHITELIST: texts([]),

  // Logins of others
  REMOTE_AUTH_ENABLED: flag(false),
  REMOTE_AUTH_BACKEND: textOrTexts('netbox.authentication.RemoteUserBackend'),
  REMOTE_AUTH_HEADER: text('HTTP_REMOTE_USER'),
  REMOTE_AUTH_USER_EMAIL: text('HTTP_REMOTE_USER_EMAIL'),
  REMOTE_AUTH_USER_FIRST_NAME: text('HTTP_REMOTE_USER_FIRST_NAME'),
  REMOTE_AUTH_USER_LAST_NAME: text('HTTP_REMOTE_USER_LAST_NAME'),
  REMOTE_AUTH_AUTO_CREATE_USER: flag(false),
  REMOTE_AUTH_AUTO_CREATE_GROUPS: flag(false),
  REMOTE_AUTH_DEFAULT_GROUPS: texts([]),
  REMOTE_AUTH_DEFAULT_PERMISSIONS: mapping<Constraints>({}),
  REMOTE_AUTH_GROUP_SYNC_ENABLED: flag(false),
  REMOTE_AUTH_GROUP_HEADER: text('HTTP_REMOTE_USER_GROUP'),
  REMOTE_AUTH_GROUP_SEPARATOR: text('|'),
  REMOTE_AUTH_SUPERUSER_GROUPS: texts([]),
  REMOTE_AUTH_SUPERUSERS: texts([]),
  /** Ours: networks of the proxies whose headers may log somebody in. */
  REMOTE_AUTH_TRUSTED_PROXIES: texts(['127.0.0.0/8', '::1/128'], {
    expected: 'a list of networks such as "10.0.0.0/8"',
    accepts: (value) => value.every(isNetwork),
  }),
  /** Every SOCIAL_AUTH_* setting by its whole name; given one by one, never by this name. */
  SOCIAL_AUTH: mapping<unknown>({}),

  // Single sign-on, ours (docs/sso.md)
  SSO_PROVIDERS: mapping<unknown>({}),
  SSO_GROUPS_CLAIM: text('groups'),
  SSO_GROUP_PREFIX: text(''),
  SSO_GROUP_MAP: mapping<unknown>(
    {},
    {
      expected: 'an object of group names (a text or a list of texts) by claim value',
      accepts: (value) => Object.values(value).every((name) => typeof name === 'string' || isTexts(name)),
    },
  ),
  SSO_DENY_WITHOUT_GROUP: flag(false),
  SSO_LINK_BY_EMAIL: flag(true),
  SSO_TAKEN_USERNAME: text('refuse', {
    expected: '"refuse" or "suffix"',
    accepts: (value) => value === 'refuse' || value === 'suffix',
  }),
  SSO_SINGLE_LOGOUT: flag(true),
  SSO_POST_LOGOUT_REDIRECT_URL: text(''),
  SSO_STEP_TIMEOUT: integer(5, { min: 1 }),

  // Ours alone: the built-in identity provider
  IDENTITY_ENABLED: flag(false),
  IDENTITY_URL: text('', {
    expected: 'an origin such as "https://id.example.org"',
    accepts: (value) => value === '' || /^https?:\/\/[^/?#@\s]+\/?$/.test(value),
  }),

  // The server
  ALLOWED_HOSTS: texts(['*']),
  BASE_PATH: text(''),
  HTTP_CLIENT_IP_HEADERS: texts(['HTTP_X_REAL_IP', 'HTTP_X_FORWARDED_FOR', 'REMOTE_ADDR']),
  HTTP_PROXIES: mapping<string>({}),
  INTERNAL_IPS: texts(['127.0.0.1', '::1']),
  HOSTNAME: text(''),
  ISOLATED_DEPLOYMENT: flag(false),
  MEDIA_ROOT: text(''),
  SCRIPTS_ROOT: text(''),
  METRICS_ENABLED: flag(false),
  MAINTENANCE_MODE: flag(false, { dynamic: true }),
  TIME_ZONE: text('UTC'),
  DEFAULT_LANGUAGE: text('en-us'),
  TRANSLATION_ENABLED: flag(true),
  DEBUG: flag(false),
  DATA_UPLOAD_MAX_MEMORY_SIZE: integer(2_621_440, { min: 0 }),
  PLUGINS: texts([]),

  // GraphQL
  GRAPHQL_ENABLED: flag(true, { dynamic: true }),
  GRAPHQL_DEFAULT_VERSION: integer(1, { min: 1 }),
  GRAPHQL_MAX_ALIASES: integer(10, { min: 0 }),
  GRAPHQL_MAX_QUERY_DEPTH: optionalInteger({ min: 1 }),

  // Change log, jobs, events
  CHANGELOG_RETENTION: integer(90, { min: 0, dynamic: true }),
  CHANGELOG_RETAIN_CREATE_LAST_UPDATE: flag(false, { dynamic: true }),
  CHANGELOG_SKIP_EMPTY_CHANGES: flag(true),
  JOB_RETENTION: integer(90, { min: 0, dynamic: true }),
  /** Ours: how many background jobs this process runs at once; with 0 it leaves them to others. */
  BACKGROUND_JOBS: integer(1, { min: 0 }),
  RQ_DEFAULT_TIMEOUT: integer(300, { min: 1 }),
  RQ_RETRY_INTERVAL: integer(60, { min: 0 }),
  RQ_RETRY_MAX: integer(0, { min: 0 }),
  WEBHOOK_DEFAULT_TIMEOUT: integer(60, { min: 1 }),

  // What the network looks like
  /** Ours: the United Nations' code lists of locations, as CSV files; without them any code is taken. */
  UN_LOCODE_FILES: texts([]),
  FIELD_CHOICES: mapping<unknown>({}),
  CUSTOM_VALIDATORS: mapping<unknown>({}, { dynamic: true }),
  PROTECTION_RULES: mapping<unknown>({}, { dynamic: true }),
  ENFORCE_GLOBAL_UNIQUE: flag(true, { dynamic: true }),
  PREFER_IPV4: flag(false, { dynamic: true }),
  POWERFEED_DEFAULT_VOLTAGE: integer(120, { dynamic: true }),
  POWERFEED_DEFAULT_AMPERAGE: integer(15, { dynamic: true }),
  POWERFEED_DEFAULT_MAX_UTILIZATION: integer(80, { dynamic: true }),
  RACK_ELEVATION_DEFAULT_UNIT_HEIGHT: integer(22, { min: 1, dynamic: true }),
  RACK_ELEVATION_DEFAULT_UNIT_WIDTH: integer(220, { min: 1, dynamic: true }),
  DISK_BASE_UNIT: integer(1000, { oneOf: [1000, 1024] }),
  RAM_BASE_UNIT: integer(1000, { oneOf: [1000, 1024] }),
  ALLOWED_URL_SCHEMES: texts(
    ['file', 'ftp', 'ftps', 'http', 'https', 'irc', 'mailto', 'sftp', 'ssh', 'tel', 'telnet', 'tftp', 'vnc', 'xmpp'],
    { dynamic: true },
  ),
  JINJA_ENVIRONMENT_PARAMS: texts([]),

  // The pages
  BANNER_LOGIN: text('', { dynamic: true }),
  BANNER_MAINTENANCE: text('NetBox is currently in maintenance mode. Functionality may be limited.', { dynamic: true }),
  BANNER_TOP: text('', { dynamic: true }),
  BANNER_BOTTOM: text('', { dynamic: true }),
  MAPS_URL: text('https://maps.google.com/?q=', { dynamic: true }),
  COPILOT_ENABLED: flag(true, { dynamic: true }),
  DEFAULT_DASHBOARD: json<unknown>(null),
} as const;

export type SettingName = keyof typeof settingsTable;

/** The settings in force: NetBox's names, typed. */
export type Settings = {
  readonly [Name in SettingName]: (typeof settingsTable)[Name] extends Setting<infer T> ? T : never;
};

export const settingNames = Object.keys(settingsTable) as SettingName[];

/** Every setting at its default. */
export const defaultSettings = Object.fromEntries(
  settingNames.map((name) => [name, settingsTable[name].fallback]),
) as Settings;

/** A setting has a value that it cannot have. */
export class SettingError extends Error {
  override name = 'SettingError';
  constructor(name: string, value: unknown, expected: string) {
    super(`${name} must be ${expected}, not ${JSON.stringify(value)}.`);
  }
}

/** Checks given values; names that are no setting are returned apart, for NetBox knows many that mean nothing here. */
export function checkSettings(given: Record<string, unknown>): { settings: Partial<Settings>; unknown: string[] } {
  const settings: Record<string, unknown> = {};
  const unknown: string[] = [];
  const social: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (/^SOCIAL_AUTH_[A-Z0-9_]+$/.test(name)) {
      social[name] = value;
      continue;
    }
    const setting = Object.hasOwn(settingsTable, name) ? settingsTable[name as SettingName] : undefined;
    if (!setting) unknown.push(name);
    else if (!setting.accepts(value)) throw new SettingError(name, hidden.has(name) ? '…' : value, setting.expected);
    else settings[name] = value;
  }
  if (Object.keys(social).length > 0) settings.SOCIAL_AUTH = social;
  return { settings: settings as Partial<Settings>, unknown };
}

/** Secrets, which no message repeats. */
const hidden = new Set(['SECRET_KEY', 'API_TOKEN_PEPPERS']);

function isNetwork(text: string): boolean {
  const [address = '', length = ''] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return bits > 0 && (text === address || (/^\d{1,3}$/.test(length) && Number(length) <= bits));
}
