import type { Condition, JsonKind, Lookup, Value } from '#query/tree.ts';
import { compareText } from './compare-text.ts';
import { anyOf, arrayText, equals, placed } from './parameters.ts';

const orders = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** The lookups of a whole JSON column. Undefined for any other lookup. */
export function compareJsonColumn(
  column: string,
  { lookup, values }: { lookup: Lookup; values: readonly Value[] },
  parameters: string[],
): string | undefined {
  switch (lookup) {
    case 'exact':
    case 'in':
      return `${column} ${equals(parameters, values, 'jsonb')}`;
    case 'contains':
      return anyOf(values, (value) => `${column} @> ${placed(parameters, value, 'jsonb')}`);
    case 'contained_by':
      return anyOf(values, (value) => `${column} <@ ${placed(parameters, value, 'jsonb')}`);
    case 'has_key':
    case 'has_any_keys':
      return `${column} ?| ${placed(parameters, arrayText(values), 'text[]')}`;
    case 'has_value':
      return `exists (select from jsonb_each_text(${column}) as member where member.value ${equals(parameters, values, 'text')})`;
    case 'has_keys':
      return `${column} ?& ${placed(parameters, arrayText(values), 'text[]')}`;
    default:
      return undefined;
  }
}

/** A value as JSON: texts are given bare, everything else as JSON already. */
const jsonOf = (value: Value, as: JsonKind): string => (as === 'text' ? JSON.stringify(value) : value);

/** A condition on a member of a JSON column. A member that is missing and one that is null are both null. */
export function compareJsonMember(
  column: string,
  { members, as, lookup, values }: Extract<Condition, { op: 'json' }>,
  parameters: string[],
): string {
  const path = placed(parameters, arrayText(members), 'text[]');
  const value = `(${column} #> ${path})`;
  const text = `(${column} #>> ${path})`;
  if (lookup === 'isnull') return values[0] === 'false' ? `${text} is not null` : `${text} is null`;
  if (lookup === 'empty') return values[0] === 'false' ? `coalesce(${text}, '') <> ''` : `coalesce(${text}, '') = ''`;
  const inText =
    as === 'value' && lookup === 'contains' ? undefined : compareText(text, { lookup, values }, parameters);
  if (as === 'list') {
    if (lookup === 'exact' || lookup === 'in' || lookup === 'contains')
      return anyOf(values, (one) => `${value} @> ${placed(parameters, `[${one}]`, 'jsonb')}`);
    if (inText) return inText;
  }
  // Whether a JSON value holds another is no matter of its text.
  if (inText && !(as === 'value' && lookup === 'contains')) return inText;
  switch (lookup) {
    case 'exact':
    case 'in':
      return as === 'text'
        ? `${text} ${equals(parameters, values, 'text')}`
        : `${value} ${equals(parameters, values, 'jsonb')}`;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      // As JSON values, as Django does: null is the least of all, and lists are more than numbers and texts.
      return anyOf(values, (one) => `${value} ${orders[lookup]} ${placed(parameters, jsonOf(one, as), 'jsonb')}`);
    default:
      return compareJsonColumn(value, { lookup, values }, parameters) ?? 'false';
  }
}
