interface Wishes {
  /** The user's own preference; empty where there is none. */
  readonly preferred: string;
  /** What the browser asks for, the dearest first. */
  readonly browser: readonly string[];
  /** The server's DEFAULT_LANGUAGE. */
  readonly usual: string;
}

/**
 * The language to speak, among those that are there: the user's preference, else the first of the browser's, else the
 * server's, else English. `de-AT` is served by `de`.
 */
export function chooseLanguage({ preferred, browser, usual }: Wishes, available: readonly string[]): string {
  for (const wish of [preferred, ...browser, usual]) {
    const tag = wish.toLowerCase();
    const found =
      available.find((code) => code.toLowerCase() === tag) ?? available.find((code) => code === baseOf(tag));
    if (found) return found;
  }
  return 'en';
}

/** The browser's variety of a language, by which numbers and moments are written: `de-CH` for `de`; else the language itself. */
export function localeOf(code: string, browser: readonly string[]): string {
  return (code === 'en' ? undefined : browser.find((tag) => baseOf(tag.toLowerCase()) === code)) ?? code;
}

const baseOf = (tag: string) => tag.split(/[-_]/)[0];
