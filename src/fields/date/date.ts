import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const dateKind: Kind = {
  name: 'date',
  columnType: () => 'date',
  render: () => quoted,
  parse: (_field, value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || !isDay(value))
      throw invalid('Date has wrong format. Use one of these formats instead: YYYY-MM-DD.');
    return value;
  },
  schema: () => ({ type: 'string', format: 'date' }),
  optionsType: 'date',
  filter: 'date',
  widget: 'date',
};

/** A day. */
export const date = (options: FieldOptions = {}): Unnamed => ({ kind: dateKind, ...options });
