import type { Translation } from '../catalogue.ts';
import type { detail as english } from '../en/detail.ts';

export const detail: Translation<typeof english> = {
  'tab.label': 'Teile dieser Seite',
  'tab.overview': 'Überblick',
  'tab.configContext': 'Config-Kontext',
  'tab.renderedConfig': 'Gerenderte Konfiguration',
  'tab.contacts': 'Kontakte',
  'tab.images': 'Bilder',
  'tab.journal': 'Journal',
  'tab.changes': 'Änderungsprotokoll',

  'journal.entry': 'Neuer Journaleintrag',
  'journal.placeholder': 'Was geschehen ist, was geplant ist … (Markdown)',
  'journal.kind': 'Art',
  'journal.add': 'Eintragen',
  'journal.none': 'Noch nichts notiert.',
  'journal.nobody': 'unbekannt',
  'journal.delete': 'Eintrag löschen',
  'journal.sure': 'Diesen Eintrag endgültig löschen?',
  'journal.failed': 'Das Journal konnte nicht geladen werden.',

  'images.add': 'Bilder hinzufügen',
  'images.drop': 'oder hier ablegen',
  'images.none': 'Noch keine Bilder.',
  'images.delete': '{name} löschen',
  'images.sure': '{name} endgültig löschen?',
  'images.failed': 'Die Bilder konnten nicht geladen werden.',

  'contacts.add': 'Kontakt zuweisen',
  'contacts.none': 'Niemand ist zugewiesen.',

  'changes.failed': 'Das Änderungsprotokoll konnte nicht geladen werden.',
  'changes.none': 'Keine Änderung ist verzeichnet.',
  'changes.nothing': 'Nur Zeiten haben sich geändert.',
  'changes.open': 'Öffnen',
  'changes.field': 'Feld',
  'changes.before': 'Vorher',
  'changes.after': 'Nachher',
  'changes.title': 'Was sich geändert hat',
  'changes.same': 'Weitere Änderungen derselben Anfrage',

  'context.failed': 'Der Config-Kontext konnte nicht geladen werden.',
  'context.rendered': 'Zusammengeführter Kontext',
  'context.local': 'Daten des Objekts selbst (haben das letzte Wort)',
  'context.weight': 'Gewicht {weight}',
  'context.none': 'Hier gilt kein Config-Kontext.',

  'config.failed': 'Die Konfiguration konnte nicht gerendert werden.',
  'config.template': 'Vorlage',
  'config.download': 'Herunterladen',

  'contained.prefixes': 'Präfixe darin',
  'contained.addresses': 'IP-Adressen darin',
  'contained.ranges': 'IP-Bereiche darin',

  'marks.bookmark': 'Lesezeichen setzen',
  'marks.unbookmark': 'Lesezeichen entfernen',
  'marks.subscribe': 'Bei Änderungen benachrichtigen',
  'marks.unsubscribe': 'Nicht mehr bei Änderungen benachrichtigen',
  'marks.links': 'Links',
};
