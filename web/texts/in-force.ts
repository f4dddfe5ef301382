import { en } from './en.ts';
import type { Language } from './language.ts';

/** A language that has been loaded, with the tags by which numbers and moments are written in it. */
export interface LanguageInForce extends Language {
  /** `de` */
  readonly code: string;
  /** `de`, or the browser's variety of it: `de-CH`. */
  readonly locale: string;
}

/** English has no labels of its own: the registry's are English. */
export const english: LanguageInForce = { code: 'en', locale: 'en', texts: en, labels: {} };

/** The language of everything that is shown. Whoever changes it makes the pages anew (web/language/). */
export const inForce: { language: LanguageInForce } = { language: english };
