import { rulesOf } from '#access/password-validators/password-problems.ts';
import { checkSettings, SettingError, type Settings } from '#base/settings.ts';
import { DatabaseUrlError, parseDatabaseUrl } from '#database/database-url.ts';
import { environmentSettings } from './environment-settings.ts';

/** Everything the environment says, checked. */
export interface Configuration {
  /** The database to serve; null: the embedded one. */
  databaseUrl: string | null;
  /** Streaming replicas that reads may go to. */
  databaseReplicaUrls: readonly string[];
  host: string;
  port: number;
  dataDirectory: string;
  /** Prefix of every path, without slashes at its ends: `` or `netbox`. */
  basePath: string;
  /** The settings that were given; the others may still come from the database. */
  settings: Partial<Settings>;
  /** Those of them that SETTINGS_JSON gives: nothing overrides them. */
  jsonSettings: Partial<Settings>;
  /** Where the configuration's files are. */
  folder: { directory: string; required: boolean };
  /** Names in SETTINGS_JSON that mean nothing here. */
  unknownSettings: readonly string[];
  /** Whether rows may change underneath, as a replay of recorded exchanges does. */
  replay: boolean;
  superuser: SuperuserConfiguration;
}

/** NetBox Docker's variables for the first superuser. */
export interface SuperuserConfiguration {
  name: string;
  email: string;
  password: string | null;
  apiToken: string | null;
}

/** A variable of the environment has a value that it cannot have. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** Reads the configuration; a variable that is empty counts as not set. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const get = (name: string) => environment[name]?.trim() || null;
  const { settings: jsonSettings, unknown } = readSettings(get('SETTINGS_JSON'));
  const settings = mergeSettings(environmentVariables(environment), jsonSettings);
  const folder = get('CONFIG_DIR') ?? get('CONFIGURATION_DIR');
  return {
    databaseUrl: databaseUrl('DATABASE_URL', get('DATABASE_URL')),
    databaseReplicaUrls: (get('DATABASE_REPLICA_URLS') ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((url) => databaseUrl('DATABASE_REPLICA_URLS', url)!),
    host: get('HOST') ?? '127.0.0.1',
    port: port(get('PORT')),
    dataDirectory: get('DATA_DIR') ?? './data',
    basePath: basePath(get('BASE_PATH') ?? settings.BASE_PATH ?? ''),
    settings,
    jsonSettings,
    folder: { directory: folder ?? './configuration', required: folder !== null },
    unknownSettings: unknown,
    replay: flag('REPLAY', get('REPLAY')),
    superuser: {
      name: get('SUPERUSER_NAME') ?? 'admin',
      email: get('SUPERUSER_EMAIL') ?? '',
      password: get('SUPERUSER_PASSWORD'),
      apiToken: apiToken(get('SUPERUSER_API_TOKEN')),
    },
  };
}

function readSettings(text: string | null): { settings: Partial<Settings>; unknown: string[] } {
  if (text === null) return { settings: {}, unknown: [] };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new ConfigurationError(`SETTINGS_JSON is not JSON: ${(error as Error).message}`);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new ConfigurationError(
      `SETTINGS_JSON must be an object of settings, such as {"MAX_PAGE_SIZE": 100}, not ${text.slice(0, 60)}`,
    );
  try {
    const checked = checkSettings(given as Record<string, unknown>);
    if (checked.settings.AUTH_PASSWORD_VALIDATORS) rulesOf(checked.settings.AUTH_PASSWORD_VALIDATORS);
    return checked;
  } catch (error) {
    if (error instanceof SettingError) throw new ConfigurationError(`SETTINGS_JSON: ${error.message}`);
    throw error;
  }
}

function environmentVariables(environment: NodeJS.ProcessEnv): Partial<Settings> {
  try {
    return checkSettings(environmentSettings(environment)).settings;
  } catch (error) {
    if (error instanceof SettingError) throw new ConfigurationError(error.message);
    throw error;
  }
}

/** Settings with others before them. SOCIAL_AUTH_* override each other one by one. */
export function mergeSettings(...given: readonly Partial<Settings>[]): Partial<Settings> {
  const social = Object.assign({}, ...given.map(({ SOCIAL_AUTH }) => SOCIAL_AUTH));
  const merged: Partial<Settings> = Object.assign({}, ...given);
  return Object.keys(social).length > 0 ? { ...merged, SOCIAL_AUTH: social } : merged;
}

function databaseUrl(name: string, url: string | null): string | null {
  if (url === null) return null;
  try {
    parseDatabaseUrl(url);
  } catch (error) {
    if (error instanceof DatabaseUrlError) throw new ConfigurationError(`${name}: ${error.message}`);
    throw error;
  }
  return url;
}

function port(text: string | null): number {
  const value = Number(text ?? 8000);
  if (!/^\d+$/.test(text ?? '8000') || value > 65535)
    throw new ConfigurationError(`PORT must be a number from 0 to 65535, not "${text}".`);
  return value;
}

function basePath(text: string): string {
  const path = text.replace(/^\/+|\/+$/g, '');
  if (!/^[\w.~/-]*$/.test(path) || path.includes('//'))
    throw new ConfigurationError(`BASE_PATH must be a path such as "netbox/", not "${text}".`);
  return path;
}

function flag(name: string, text: string | null): boolean {
  const value = { '': false, 0: false, false: false, no: false, 1: true, true: true, yes: true }[
    text?.toLowerCase() ?? ''
  ];
  if (value === undefined) throw new ConfigurationError(`${name} must be 1 or 0, not "${text}".`);
  return value;
}

/** A v1 token (40 hexadecimal digits), a whole v2 token, or the 40 characters of a v2 token's secret. */
function apiToken(text: string | null): string | null {
  if (text === null || /^(nbt_[A-Za-z0-9]{12}\.)?[A-Za-z0-9]{40}$/.test(text)) return text;
  throw new ConfigurationError(
    'SUPERUSER_API_TOKEN must be 40 hexadecimal digits (a v1 token), nbt_<12 characters>.<40 characters> (a v2 token), ' +
      `or 40 letters and digits (the secret of a v2 token), not ${text.length} characters of another form.`,
  );
}
