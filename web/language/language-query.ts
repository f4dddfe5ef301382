import { queryOptions } from '@tanstack/react-query';
import type { Session } from '../../src/surfaces/session/contract.ts';
import { languageCodes } from './available-languages.ts';
import { chooseLanguage } from './choose-language.ts';
import { loadLanguage } from './load-language.ts';

/** The language of whoever is logged in: chosen once, so that no page changes under somebody's hands, or by them in their preferences. */
export const languageQuery = (session: Session) =>
  queryOptions({
    queryKey: ['session', 'language', session.user?.id ?? null],
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    queryFn: () => loadLanguage(languageOf(session, session.user?.language ?? '')),
  });

/** The code of the language that somebody gets with a preference. */
export function languageOf({ settings }: Session, preferred: string): string {
  if (settings.TRANSLATION_ENABLED === false) return 'en';
  const usual = settings.DEFAULT_LANGUAGE;
  return chooseLanguage({ preferred, browser: navigator.languages, usual }, languageCodes);
}
