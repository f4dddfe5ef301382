import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

/** `2026-01-31 12:00:00.5+00` as ISO 8601 in UTC, always to the microsecond where there is a fraction (Django's spelling). */
export function isoTime(text: string): string {
  const end = text.length - 3; // the session's time zone is UTC: every text ends in +00
  const fraction = text.indexOf('.');
  const body = fraction < 0 ? text.slice(0, end) : text.slice(0, end).padEnd(fraction + 7, '0');
  return `"${body.slice(0, 10)}T${body.slice(11)}Z"`;
}

const dateTimeKind: Kind = {
  name: 'dateTime',
  columnType: () => 'timestamp with time zone',
  render: () => isoTime,
  parse: (_field, value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    // A day alone is its first moment (Python's fromisoformat).
    const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text;
    const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(
      whole,
    );
    if (!match || Number.isNaN(Date.parse(`${match[1]}T${match[2]}`)))
      throw invalid(
        'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
      );
    return `${match[1]} ${match[2]}${match[3] ?? '+00'}`;
  },
  schema: () => ({ type: 'string', format: 'date-time' }),
  optionsType: 'datetime',
  filter: 'dateTime',
  widget: 'dateTime',
};

/** A moment. */
export const dateTime = (options: FieldOptions = {}): Unnamed => ({ kind: dateTimeKind, ...options });

/** When the object was made; set once. */
export const created = (options: FieldOptions = {}): Unnamed =>
  dateTime({ null: true, blank: true, editable: false, ...options });

/** When the object last changed. */
export const lastUpdated = created;
