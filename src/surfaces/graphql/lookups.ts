/** What a lookup of each scalar can ask, with `T` for the scalar. */
const comparison = 'exact: T is_null: Boolean in_list: [T!] gt: T gte: T lt: T lte: T range: NRangeLookup';
const text =
  'exact: T is_null: Boolean in_list: [T!] i_exact: T contains: T i_contains: T starts_with: T i_starts_with: T ends_with: T i_ends_with: T regex: T i_regex: T';
const range = 'start: T = null end: T = null';

const parts = (names: string, type: string): string =>
  names
    .split(' ')
    .map((name) => `${name}: ${type}`)
    .join(' ');
const days = parts('year month day week_day iso_week_day week iso_year quarter', 'IntComparisonFilterLookup');
const clock = parts('hour minute second', 'IntComparisonFilterLookup');
const wholeParts = parts('date time', 'IntComparisonFilterLookup');
const arrays = 'contains: [T!] contained_by: [T!] overlap: [T!] length: Int';

/** `name` is what the lookup's name begins with, `type` the scalar. */
const filled = (form: string, name: string, type = name): string =>
  form.replaceAll(/\bT\b/g, type).replaceAll('NRange', `${name}Range`);

const input = (name: string, fields: string, oneOf = false): string =>
  `input ${name}${oneOf ? ' @oneOf' : ''} { ${fields} }`;

const scalars: readonly (readonly [name: string, type?: string])[] = [
  ['BigInt'],
  ['Date'],
  ['Datetime', 'DateTime'],
  ['Float'],
  ['ID'],
  ['Int'],
  ['Str', 'String'],
  ['Time'],
];

const numeric = (name: string, scalar: string): string =>
  input(
    name,
    `filter_lookup: ${scalar}FilterLookup range_lookup: ${scalar}RangeLookup comparison_lookup: ${scalar}ComparisonFilterLookup`,
    true,
  );

/** Every lookup that isn't an enumeration's, in GraphQL's schema language. */
export const lookupsText: string = [
  ...scalars.map(([name, type]) => input(`${name}RangeLookup`, filled(range, name, type))),
  ...['BigInt', 'Float', 'ID', 'Int', 'Date', 'Time'].map((name) =>
    input(`${name}ComparisonFilterLookup`, filled(comparison, name)),
  ),
  ...['BigInt', 'Float', 'Int'].map((name) => input(`${name}FilterLookup`, filled(text, name))),
  input('StrFilterLookup', filled(text, 'Str', 'String')),
  input('BoolFilterLookup', filled(text, 'Bool', 'Boolean')),
  input('DateFilterLookup', `${filled(comparison, 'Date')} ${days}`),
  input(
    'DatetimeFilterLookup',
    `${filled(comparison, 'Datetime', 'DateTime')} ${days} ${clock} date: DateComparisonFilterLookup time: TimeComparisonFilterLookup`,
  ),
  numeric('BigIntegerLookup', 'BigInt'),
  numeric('FloatLookup', 'Float'),
  numeric('IntegerLookup', 'Int'),
  input('IntegerArrayLookup', filled(arrays, 'Int'), true),
  input('StringArrayLookup', filled(arrays, 'Str', 'String'), true),
  input('IntegerRangeArrayLookup', 'contains: Int', true),
  input('ExtraChoicesLookup', 'contains: String length: Int', true),

  // A member of a JSON column: its path, its parts joined by `__`, and how it is understood
  input('JSONFilter', 'path: String! lookup: JSONLookup!'),
  input(
    'JSONLookup',
    'string_lookup: JSONStringLookup int_range_lookup: IntRangeLookup int_comparison_lookup: IntComparisonFilterLookup float_range_lookup: FloatRangeLookup float_comparison_lookup: FloatComparisonFilterLookup date_lookup: StrDateFilterLookup datetime_lookup: StrDatetimeFilterLookup time_lookup: StrTimeFilterLookup boolean_lookup: BoolFilterLookup',
    true,
  ),
  input(
    'JSONStringLookup',
    'exact: String i_exact: String contains: String i_contains: String starts_with: String i_starts_with: String ends_with: String i_ends_with: String in_: [String!] isnull: Boolean regex: String i_regex: String',
  ),
  input('StrDateFilterLookup', `${filled(comparison, 'Str', 'String')} ${days}`),
  input('StrDatetimeFilterLookup', `${filled(comparison, 'Str', 'String')} ${days} ${clock} ${wholeParts}`),
  input('StrTimeFilterLookup', `${filled(comparison, 'Str', 'String')} ${clock} ${wholeParts}`),

  // Nodes of a tree
  'enum TreeNodeMatch { EXACT DESCENDANTS SELF_AND_DESCENDANTS CHILDREN SIBLINGS ANCESTORS PARENT }',
  input('TreeNodeFilter', 'id: ID! match_type: TreeNodeMatch!'),
].join('\n');
