import { languageCodes } from './available-languages.ts';
import { chooseLanguage } from './choose-language.ts';

const place = 'patchbay-language';

/** The language that this browser showed last: its texts are fetched while the server is still asked who is logged in. */
export const lastLanguage = {
  guess(): string {
    const kept = localStorage.getItem(place) ?? '';
    return chooseLanguage({ preferred: kept, browser: navigator.languages, usual: 'en' }, languageCodes);
  },
  keep(code: string): void {
    localStorage.setItem(place, code);
  },
};
