import type { TextKey } from '../texts/text.ts';

/** What comparisons are called. */
export const lookupNames: Readonly<Record<string, TextKey>> = {
  exact: 'lookup.exact',
  iexact: 'lookup.iexact',
  in: 'lookup.in',
  contains: 'lookup.contains',
  icontains: 'lookup.icontains',
  startswith: 'lookup.startswith',
  istartswith: 'lookup.istartswith',
  endswith: 'lookup.endswith',
  iendswith: 'lookup.iendswith',
  regex: 'lookup.regex',
  iregex: 'lookup.iregex',
  gt: 'lookup.gt',
  gte: 'lookup.gte',
  lt: 'lookup.lt',
  lte: 'lookup.lte',
  range: 'lookup.range',
  isnull: 'lookup.isnull',
  net_contained: 'lookup.netContained',
  net_contained_or_equal: 'lookup.netContainedOrEqual',
  net_contains: 'lookup.netContains',
  net_contains_or_equals: 'lookup.netContainsOrEquals',
  descendants: 'lookup.descendants',
};

/** `site__name__icontains` → `site`, `name` and `icontains`; without a comparison, `exact`. */
export function splitTerm(term: string): { path: string[]; lookup: string } {
  const path = term.split('__');
  const last = path.at(-1)!;
  return path.length > 1 && last in lookupNames ? { path: path.slice(0, -1), lookup: last } : { path, lookup: 'exact' };
}
