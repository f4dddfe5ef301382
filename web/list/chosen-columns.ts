/** The columns that the user chose for a model's lists, by name and in order; kept in the browser. */
export function chosenColumns(modelId: string) {
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
