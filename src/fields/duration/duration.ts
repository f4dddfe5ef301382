import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

/** PostgreSQL's interval (`1 day 02:03:04.5`) in Django's spelling (`1 02:03:04.500000`). */
function durationText(text: string): string {
  const match = /^(?:(-?\d+) days? ?)?(?:(-)?(\d+):(\d\d):(\d\d)(?:\.(\d+))?)?$/.exec(text);
  if (!match) return quoted(text);
  const [, days, sign = '', hours = '00', minutes = '00', seconds = '00', fraction] = match;
  const clock = `${sign}${hours}:${minutes}:${seconds}${fraction ? `.${fraction.padEnd(6, '0')}` : ''}`;
  return quoted(days ? `${days} ${clock}` : clock);
}

const durationKind: Kind = {
  name: 'duration',
  columnType: () => 'interval',
  render: () => durationText,
  parse: (_field, value) => {
    if (typeof value !== 'string' || !/^(-?\d+ )?(\d+:)?\d+:\d+(\.\d+)?$/.test(value))
      throw invalid('Duration has wrong format. Use one of these formats instead: [DD] [HH:[MM:]]ss[.uuuuuu].');
    return value;
  },
  schema: () => ({ type: 'string' }),
  optionsType: 'field',
  widget: 'text',
};

/** A length of time. */
export const duration = (options: FieldOptions = {}): Unnamed => ({ kind: durationKind, ...options });
