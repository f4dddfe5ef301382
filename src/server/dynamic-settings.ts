import { checkSettings, type SettingName, type Settings, settingsTable } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';

/**
 * The settings that NetBox keeps in the database: the active revision's, as far as they may be set there. A value
 * that NetBox let pass and we would not is left at its default.
 */
export async function readDynamicSettings(sql: Sql): Promise<Partial<Settings>> {
  const [row] = await sql.unsafe('select data from public.core_configrevision where active order by id desc limit 1');
  const data = (row?.data ? JSON.parse(row.data as string) : {}) as Record<string, unknown>;
  const dynamic = Object.entries(data ?? {}).filter(
    ([name, value]) =>
      Object.hasOwn(settingsTable, name) &&
      settingsTable[name as SettingName].dynamic &&
      settingsTable[name as SettingName].accepts(value),
  );
  return checkSettings(Object.fromEntries(dynamic)).settings;
}
