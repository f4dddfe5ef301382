import { useSuspenseQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useLayoutEffect } from 'react';
import { useSession } from '../session/use-session.ts';
import { inForce } from '../texts/in-force.ts';
import { languageQuery } from './language-query.ts';
import { lastLanguage } from './last-language.ts';

/** Shows its children in the language of whoever looks; made anew when that changes, for texts are taken as they are drawn. */
export function LanguageGate({ children }: { readonly children: ReactNode }) {
  const { data: language } = useSuspenseQuery(languageQuery(useSession()));
  inForce.language = language;
  useLayoutEffect(() => {
    document.documentElement.lang = language.code;
    lastLanguage.keep(language.code);
  }, [language]);
  return <Fragment key={language.code}>{children}</Fragment>;
}
