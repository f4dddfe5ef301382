import { english, type LanguageInForce } from '../texts/in-force.ts';
import { availableLanguages } from './available-languages.ts';
import { localeOf } from './choose-language.ts';

const loading = new Map<string, Promise<LanguageInForce>>();

/** The texts of a language; English where they can't be had: better than no page. */
export function loadLanguage(code: string): Promise<LanguageInForce> {
  const known = loading.get(code);
  if (known) return known;
  const load = availableLanguages.get(code);
  if (!load) return Promise.resolve(english);
  const coming = load().then(
    ({ language }) => ({ ...language, code, locale: localeOf(code, navigator.languages) }),
    () => {
      loading.delete(code);
      return english;
    },
  );
  loading.set(code, coming);
  return coming;
}
