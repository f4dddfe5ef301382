import type { Language } from '../texts/language.ts';

const folders = import.meta.glob<{ readonly language: Language }>('../texts/*/language.ts');

/** The languages that have a folder, by code, and how their texts are loaded. English is always there. */
export const availableLanguages: ReadonlyMap<string, () => Promise<{ readonly language: Language }>> = new Map(
  Object.entries(folders).map(([path, load]) => [path.split('/').at(-2)!, load]),
);

/** The codes of all languages, English first. */
export const languageCodes: readonly string[] = ['en', ...availableLanguages.keys()];
