import type { TextKey } from '../texts/text.ts';

/** What comparisons are called. */
export const lookupNames: Readonly<Record<string, TextKey>> = {
  exact: 'compare.exact',
  iexact: 'compare.iexact',
  in: 'compare.in',
  contains: 'compare.contains',
  icontains: 'compare.icontains',
  startswith: 'compare.startswith',
  istartswith: 'compare.istartswith',
  endswith: 'compare.endswith',
  iendswith: 'compare.iendswith',
  regex: 'compare.regex',
  iregex: 'compare.iregex',
  gt: 'compare.gt',
  gte: 'compare.gte',
  lt: 'compare.lt',
  lte: 'compare.lte',
  range: 'compare.range',
  isnull: 'compare.isnull',
  net_contained: 'compare.netContained',
  net_contained_or_equal: 'compare.netContainedOrEqual',
  net_contains: 'compare.netContains',
  net_contains_or_equals: 'compare.netContainsOrEquals',
  descendants: 'compare.descendants',
};

/** `site__name__icontains` → `site`, `name` and `icontains`; without a comparison, `exact`. */
export function splitTerm(term: string): { path: string[]; lookup: string } {
  const path = term.split('__');
  const last = path.at(-1)!;
  return path.length > 1 && last in lookupNames ? { path: path.slice(0, -1), lookup: last } : { path, lookup: 'exact' };
}
