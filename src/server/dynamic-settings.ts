import { revisionInForce, revisionSql } from '#access/settings-revision.ts';
import { checkSettings, type SettingName, type Settings, settingsTable } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';

/** The settings that NetBox keeps in the database, and which revision they are of. */
export interface DynamicSettings {
  readonly revision: string;
  readonly settings: Partial<Settings>;
}

/**
 * The settings of the revision in force, as far as they may be set there. A value that NetBox let pass and we would not
 * is left at its default.
 */
export async function readDynamicSettings(sql: Sql): Promise<DynamicSettings> {
  const [row] = await sql.unsafe(`select ${revisionSql} as revision, (select data ${revisionInForce}) as data`, [], {
    prepare: true,
  });
  const data = (JSON.parse((row!.data as string | null) ?? '{}') ?? {}) as Record<string, unknown>;
  const dynamic = Object.entries(data).filter(
    ([name, value]) =>
      Object.hasOwn(settingsTable, name) &&
      settingsTable[name as SettingName].dynamic &&
      settingsTable[name as SettingName].accepts(value),
  );
  return {
    revision: (row!.revision as string | null) ?? '',
    settings: checkSettings(Object.fromEntries(dynamic)).settings,
  };
}
