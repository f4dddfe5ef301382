import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  'app.name': 'Patchbay',
  'app.loading': 'Wird geladen',
  'app.skip': 'Zum Inhalt springen',

  'error.title': 'Das hat nicht geklappt',
  'error.network': 'Der Server ist nicht erreichbar.',
  'error.retry': 'Noch einmal versuchen',
  'error.status': 'Der Server antwortete mit {status}.',
  'error.crash': 'Etwas auf dieser Seite ist gescheitert.',
  'error.reload': 'Neu laden',

  'notFound.title': 'Hier ist nichts',
  'notFound.text': 'Unter dieser Adresse gibt es keine Seite.',
  'notFound.object': '{label}: nichts mit dieser Nummer, oder nicht für Sie sichtbar.',
  'notFound.home': 'Zur Startseite',

  'user.menu': 'Konto',
  'user.logout': 'Abmelden',
  'user.anonymous': 'Nicht angemeldet',
  'user.login': 'Anmelden',

  'scheme.light': 'Hell',
  'scheme.dark': 'Dunkel',
  'scheme.auto': 'Wie das System',
  'scheme.toggle': 'Hell oder dunkel',

  'menu.label': 'Hauptmenü',
  'menu.filter': 'Menü filtern',
  'menu.none': 'Nichts im Menü passt.',
  'menu.open': 'Menü öffnen',
  'menu.close': 'Menü schließen',

  'shortcuts.title': 'Tastenkürzel',
  'shortcuts.anywhere': 'Überall',
  'shortcuts.list': 'In einer Liste',
  'shortcuts.jump': 'Zu einer Liste springen',
  'shortcuts.search': 'Schnellsuche',
  'shortcuts.help': 'Diese Hilfe',
  'shortcuts.home': 'Startseite',
  'shortcuts.next': 'Nächste Zeile',
  'shortcuts.previous': 'Vorige Zeile',
  'shortcuts.open': 'Zeile öffnen',
  'shortcuts.filter': 'Filter hinzufügen',
  'shortcuts.pages': 'Vorige, nächste Seite',
  'shortcuts.up': 'Vom Objekt zu seiner Liste',

  'value.yes': 'Ja',
  'value.no': 'Nein',
  'value.none': '—',
  'value.more': '+{count} weitere',
  'value.copy': 'Kopieren',
  'value.copied': 'Kopiert',

  'detail.created': 'Erstellt {when}',
  'detail.updated': 'Geändert {when}',
  'detail.failed': 'Das Objekt konnte nicht geladen werden.',
  'detail.comments': 'Kommentare',
  'detail.noComments': 'Keine Kommentare.',
  'detail.customFields': 'Benutzerdefinierte Felder',
  'detail.tags': 'Tags',
  'detail.related': 'Verwandte Objekte',
  'detail.noRelated': 'Nichts verweist hierauf ({label}).',
  'detail.viewAll': 'Als Liste öffnen',
  'detail.relatedLoading': 'Verweise auf dieses Objekt werden gezählt',
};
