import type { Field } from '#fields/field.ts';
import { quoted } from '#fields/json-text.ts';
import type { Part } from '../part.ts';

/** A stored value, rendered by its kind; null where the column is null. */
export function valuePart(name: string, column: string, render: (text: string) => string): Part {
  return {
    name,
    columns: [column],
    bind(at) {
      const place = at(column);
      return {
        text(row) {
          const value = row[place];
          return value == null ? 'null' : render(value);
        },
      };
    },
  };
}

/** A choice without its label: `"A"`; the empty choice stays an empty text. */
export const plainChoicePart = (name: string, column: string, { choices }: Field): Part =>
  valuePart(name, column, typeof choices!.entries[0] === 'number' ? (text) => text : quoted);
