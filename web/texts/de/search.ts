import type { Translation } from '../catalogue.ts';
import type { search as english } from '../en/search.ts';

export const search: Translation<typeof english> = {
  'search.title': 'Alles durchsuchen',
  'search.placeholder': 'Ein Name, eine Adresse, eine Seriennummer, ein paar Buchstaben davon',
  'search.kinds': 'Nur manche Arten',
  'search.none': 'Nichts enthält „{text}“.',
  'search.more': 'Die ersten {count}; tippen Sie mehr, um einzugrenzen.',
  'search.failed': 'Die Suche ist gescheitert.',

  'jump.open': 'Suchen oder springen…',
  'jump.placeholder': 'Eine Liste, ein Objekt, „Gerät hinzufügen“',
  'jump.none': 'Nichts passt.',
  'jump.targets': 'Wohin',
  'jump.search': '„{text}“ suchen in',
  'jump.all': 'Alles mit „{text}“',
  'jump.add': 'Hinzufügen:',
};
