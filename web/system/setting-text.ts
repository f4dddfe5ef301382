import { text } from '../texts/text.ts';

/** A setting's value as one reads it: texts as they are, the rest as JSON. */
export function settingText(value: unknown): string {
  if (value === '' || value === null || value === undefined) return text('value.none');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
