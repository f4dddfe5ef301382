import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { UserConfig } from '../session/user-config-query.ts';

/** The columns that a user chose for a model's lists, by name and in order: in the preferences, else in the browser. */
export function chosenColumns(
  { id, table }: Pick<ModelMeta, 'id' | 'table'>,
  config: UserConfig | undefined,
): readonly string[] | undefined {
  const names = config?.tables?.[table]?.columns;
  return Array.isArray(names) && names.length > 0 ? names.map(String) : localColumns(id).read();
}

/** Kept in the browser, for those who have no preferences. */
export function localColumns(modelId: string) {
  const key = `patchbay.columns.${modelId}`;
  return {
    read(): readonly string[] | undefined {
      try {
        const names: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return Array.isArray(names) ? names.map(String) : undefined;
      } catch {
        return undefined;
      }
    },
    write(names: readonly string[] | undefined): void {
      if (names) localStorage.setItem(key, JSON.stringify(names));
      else localStorage.removeItem(key);
    },
  };
}
