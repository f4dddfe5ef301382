import type { FilterKind } from '#registry/filter.ts';
import type { Lookup } from '../tree.ts';

/** What a filter's suffix means. */
export interface Suffix {
  readonly lookup: Lookup;
  readonly negated?: boolean;
}

/** The lookups that a query parameter can name behind two underscores. `n` negates the filter's own lookup. */
export const suffixes = {
  n: { lookup: 'exact', negated: true },
  ic: { lookup: 'icontains' },
  nic: { lookup: 'icontains', negated: true },
  isw: { lookup: 'istartswith' },
  nisw: { lookup: 'istartswith', negated: true },
  iew: { lookup: 'iendswith' },
  niew: { lookup: 'iendswith', negated: true },
  ie: { lookup: 'iexact' },
  nie: { lookup: 'iexact', negated: true },
  regex: { lookup: 'regex' },
  iregex: { lookup: 'iregex' },
  lt: { lookup: 'lt' },
  lte: { lookup: 'lte' },
  gt: { lookup: 'gt' },
  gte: { lookup: 'gte' },
} as const satisfies Record<string, Suffix>;

const texts = ['n', 'ic', 'nic', 'isw', 'nisw', 'iew', 'niew', 'ie', 'nie', 'regex', 'iregex'];
const ordered = ['n', 'lt', 'lte', 'gt', 'gte', 'empty'];

/** The suffixes that a filter of each kind has beside its plain form. */
export const suffixesOf: Readonly<Record<FilterKind, readonly string[]>> = {
  text: [...texts, 'empty'],
  choice: [...texts, 'empty'],
  multipleChoice: [...texts, 'empty'],
  mac: texts,
  timeZone: texts,
  number: ordered,
  decimal: ordered,
  date: ordered,
  dateTime: ordered,
  numericArray: ordered,
  contentType: ['n'],
  related: ['n'],
  tree: ['n'],
  single: ['n'],
  tag: ['n', 'any'],
  tagId: ['n', 'any'],
  boolean: [],
  uuid: [],
  dateTimeRange: [],
  duration: [],
  search: [],
};
