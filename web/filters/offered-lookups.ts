import type { FilterMeta, FilterView } from '../../src/surfaces/meta/contract.ts';

/** The likeliest lookups first; '' is the filter without one. */
const offered: Readonly<Record<FilterView, readonly string[]>> = {
  boolean: [''],
  choice: ['', 'n', 'empty'],
  object: ['', 'n', 'empty'],
  date: ['gte', 'lte', '', 'n', 'gt', 'lt', 'empty'],
  dateTime: ['gte', 'lte', 'gt', 'lt', 'empty'],
  number: ['', 'n', 'gte', 'lte', 'gt', 'lt', 'empty'],
  decimal: ['', 'n', 'gte', 'lte', 'gt', 'lt', 'empty'],
  text: ['ic', '', 'n', 'nic', 'isw', 'nisw', 'iew', 'niew', 'ie', 'nie', 'regex', 'iregex', 'empty'],
};

/** Every lookup of a filter, the likeliest first, and what is in force already. */
export function offeredLookups(meta: FilterMeta, current: string | undefined): readonly string[] {
  const known = offered[meta.view].filter((lookup) => lookup === '' || meta.lookups.includes(lookup));
  const lookups = [...(known.length > 0 ? known : ['']), ...meta.lookups.filter((lookup) => !known.includes(lookup))];
  return current === undefined || lookups.includes(current) ? lookups : [...lookups, current];
}
