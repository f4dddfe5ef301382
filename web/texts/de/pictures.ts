import type { Translation } from '../catalogue.ts';
import type { pictures as english } from '../en/pictures.ts';

export const pictures: Translation<typeof english> = {
  'rack.front': 'Vorderseite',
  'rack.rear': 'Rückseite',
  'rack.frontOf': 'Vorderseite von {rack}, von oben nach unten',
  'rack.rearOf': 'Rückseite von {rack}, von oben nach unten',
  'rack.addAt': 'Gerät auf Höheneinheit {unit} hinzufügen',
  'rack.place': 'HE {position}, {height} HE',
  'rack.reserved': 'Reserviert',
  'rack.unplaced': 'Ohne Platz:',
  'rack.elevations': 'Rackansichten',
  'rack.inRack': 'Platz in {rack}',
  'rack.images': 'Bilder der Gerätetypen zeigen',
  'rack.page': 'Rackansichten',
  'rack.none': 'Hier gibt es keine Racks.',
  'rack.showFront': 'Vorn',
  'rack.showRear': 'Hinten',
  'rack.showBoth': 'Beide',
  'rack.faces': 'Gezeigte Seiten',
  'rack.more': 'Weitere Racks zeigen',
  'rack.count': { one: '{shown} von {count} Rack', other: '{shown} von {count} Racks' },

  'job.log': 'Protokoll',

  'trace.title': 'Verlauf',
  'trace.none': 'Hier ist nichts verbunden.',
  'trace.complete': 'Vollständig: Der Pfad erreicht das andere Ende.',
  'trace.incomplete': 'Unvollständig: Der Pfad endet hier.',
  'trace.split': 'Geteilt: Der Pfad verzweigt sich.',
  'trace.cable': 'Kabel',
  'trace.through': 'durch',
  'trace.failed': 'Der Verlauf konnte nicht geladen werden.',
  'trace.path': 'Pfad {number}',
  'cable.ends': 'Was es verbindet',
  'cable.noEnd': 'Nicht verbunden',

  'power.utilization': 'Auslastung',
  'power.allocated': 'Zugewiesene Leistung',

  'map.title': 'Auf der Karte',
  'map.of': 'Karte um {name}',
  'map.other': 'Andere Standorte',

  'space.title': 'Adressraum',
  'space.of': 'Wie {prefix} aufgeteilt ist',
  'space.free': 'frei',
  'space.used': {
    by: 'size',
    one: '{used} von {size} Adresse belegt',
    other: '{used} von {size} Adressen belegt',
  },
  'space.children': { one: '{count} Präfix darin', other: '{count} Präfixe darin' },
  'space.address': '{address} ist frei',
  'space.add': 'Hier ein Präfix hinzufügen',
};
