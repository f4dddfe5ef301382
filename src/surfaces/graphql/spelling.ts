import { arrayElements } from '#fields/array-text.ts';
import type { Field } from '#fields/field.ts';
import { quoted, verbatim } from '#fields/json-text.ts';

/** `2026-01-31 12:00:00.5+00` as Python spells a moment: `2026-01-31T12:00:00.500000+00:00`. */
function moment(text: string): string {
  const end = text.length - 3; // the session's time zone is UTC: every text ends in +00
  const fraction = text.indexOf('.');
  const body = fraction < 0 ? text.slice(0, end) : text.slice(0, end).padEnd(fraction + 7, '0');
  return `"${body.slice(0, 10)}T${body.slice(11)}+00:00"`;
}

/** `[1,4095)` with the blank that Python puts between two numbers. */
const range = (text: string): string => quoted(text.replace(',', ', '));

/** Kinds whose values GraphQL spells in another way than REST: PostgreSQL's text to JSON text. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  choice: quoted,
  customFields: verbatim,
  dateTime: moment,
  decimal: quoted,
  integerRange: range,
  numberChoice: verbatim,
};

/** How GraphQL spells a field's stored value that isn't null. */
export function spelling(field: Field): (text: string) => string {
  if (field.kind.name === 'array' && field.of) {
    const element = spelling(field.of);
    return (text) =>
      `[${arrayElements(text)
        .map((one) => (one === null ? 'null' : element(one)))
        .join(',')}]`;
  }
  return spellings[field.kind.name] ?? field.kind.render(field);
}
