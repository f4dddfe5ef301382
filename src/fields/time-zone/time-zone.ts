import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const timeZoneKind: Kind = {
  name: 'timeZone',
  storedNull: '',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => (text) => (text === '' ? 'null' : quoted(text)),
  parse: (_field, value) => {
    if (typeof value !== 'string' || !isTimeZone(value)) throw invalid('A valid timezone is required.');
    return value;
  },
  schema: () => ({ type: 'string', minLength: 1 }),
  optionsType: 'string',
  filter: 'timeZone',
  widget: 'timeZone',
};

/** An IANA time zone by name. */
export const timeZone = (options: FieldOptions = {}): Unnamed => ({ kind: timeZoneKind, max: 63, ...options });
