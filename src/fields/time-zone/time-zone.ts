import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const timeZoneKind: Kind = {
  name: 'timeZone',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  schema: () => ({ type: 'string', minLength: 1 }),
  optionsType: 'choice',
  filter: 'timeZone',
  widget: 'timeZone',
};

/** An IANA time zone by name. */
export const timeZone = (options: FieldOptions = {}): Unnamed => ({ kind: timeZoneKind, max: 63, ...options });
