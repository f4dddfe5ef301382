/** The widths of columns that a user set, in pixels, by the column's name. */
export type Widths = Readonly<Record<string, number>>;

export const narrowest = 44;
export const widest = 1200;

/** What of a preference are widths; what somebody wrote there that is none is left out. */
export function widthsIn(kept: unknown): Widths {
  if (typeof kept !== 'object' || kept === null) return {};
  const widths = Object.entries(kept).filter(([, width]) => Number.isFinite(width));
  return Object.fromEntries(widths.map(([name, width]) => [name, within(width as number)]));
}

export const within = (width: number): number => Math.round(Math.min(Math.max(width, narrowest), widest));

/** Kept in the browser, for those who have no preferences. */
export function localWidths(modelId: string) {
  const key = `patchbay.widths.${modelId}`;
  return {
    read(): Widths {
      try {
        return widthsIn(JSON.parse(localStorage.getItem(key) ?? 'null'));
      } catch {
        return {};
      }
    },
    write(widths: Widths): void {
      if (Object.keys(widths).length > 0) localStorage.setItem(key, JSON.stringify(widths));
      else localStorage.removeItem(key);
    },
  };
}
