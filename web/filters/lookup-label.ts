import type { FilterView } from '../../src/surfaces/meta/contract.ts';
import { en } from '../texts/en.ts';
import { type TextKey, text } from '../texts/text.ts';

const times: Readonly<Record<string, TextKey>> = {
  lt: 'lookup.before',
  lte: 'lookup.until',
  gt: 'lookup.after',
  gte: 'lookup.since',
};

/** How a lookup reads between a filter's name and its value. */
export function lookupLabel(lookup: string, view: FilterView | undefined): string {
  const time = view === 'date' || view === 'dateTime' ? times[lookup] : undefined;
  if (time) return text(time);
  const key = `lookup.${lookup || 'exact'}`;
  return key in en ? text(key as TextKey) : lookup;
}
