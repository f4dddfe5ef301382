import { type SettingName, settingNames, settingsTable } from '#base/settings.ts';

/** Names that other programs give a meaning of their own, or that are read elsewhere. */
const others: ReadonlySet<SettingName> = new Set<SettingName>([
  'BASE_PATH',
  'DEBUG',
  'HOSTNAME',
  'PLUGINS',
  'SOCIAL_AUTH',
]);

/**
 * The settings that variables of the environment give under NetBox's names, in NetBox Docker's spelling: `'true'` with
 * or without quotes, lists as words or as JSON; `API_TOKEN_PEPPER_1` is a member of API_TOKEN_PEPPERS. Names may have
 * spaces around them, as a line `NAME = value` of an env file gives them.
 */
export function environmentSettings(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    const text = unquoted(value?.trim() ?? '');
    if (text !== '') given.set(name.trim(), text);
  }
  const settings: Record<string, unknown> = {};
  for (const name of settingNames) {
    const text = given.get(name);
    if (text !== undefined && !others.has(name)) settings[name] = settingsTable[name].fromText(text);
  }
  const peppers: Record<string, unknown> = {};
  for (const [name, text] of given) {
    if (/^SOCIAL_AUTH_[A-Z0-9_]+$/.test(name)) settings[name] = structured(text);
    const [, pepper] = /^API_TOKEN_PEPPER_(\d+)$/.exec(name) ?? [];
    if (pepper !== undefined) peppers[pepper] = text;
  }
  if (Object.keys(peppers).length > 0) settings.API_TOKEN_PEPPERS ??= peppers;
  return settings;
}

/** `docker run --env-file` leaves the quotes on. */
export const unquoted = (text: string): string => /^(['"])(.*)\1$/s.exec(text)?.[2] ?? text;

/** A list or an object where it looks like one: what a setting of a provider must be is known where it is read. */
function structured(text: string): unknown {
  if (!/^[[{(]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
