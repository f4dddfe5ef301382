import type { ConstraintField } from '../../src/surfaces/permissions/contract.ts';

const text = [
  'exact',
  'iexact',
  'in',
  'icontains',
  'istartswith',
  'iendswith',
  'iregex',
  'contains',
  'startswith',
  'endswith',
  'regex',
  'isnull',
];
const ordered = ['exact', 'in', 'gt', 'gte', 'lt', 'lte', 'isnull'];
const byType: Readonly<Record<ConstraintField['type'], readonly string[]>> = {
  text,
  json: ['exact', 'isnull'],
  number: ordered,
  moment: ordered,
  boolean: ['exact', 'isnull'],
  choice: ['exact', 'in', 'isnull'],
  network: ['exact', 'net_contained', 'net_contained_or_equal', 'net_contains', 'net_contains_or_equals', 'isnull'],
  relation: ['exact', 'in', 'isnull'],
};

/** The comparisons that a field can be offered. */
export function offeredLookups(field: ConstraintField | undefined): readonly string[] {
  return field ? byType[field.type] : text;
}
