import type { Constraints } from '../../src/base/constraints-contract.ts';
import { text } from '../texts/text.ts';
import { wordsOf } from '../texts/words-of.ts';
import { lookupNames, splitTerm } from './lookups.ts';

/** Constraints in words, one text for each alternative; none where there are no limits. */
export function constraintWords(constraints: Constraints): string[] {
  const groups = Array.isArray(constraints) ? constraints : constraints === null ? [] : [constraints];
  if (groups.some((group) => group === null || Object.keys(group as object).length === 0)) return [];
  return groups.map((group) =>
    Object.entries(group as Record<string, unknown>)
      .map(([term, value]) => termWords(term, value))
      .join(` ${text('constraint.and')} `),
  );
}

function termWords(term: string, value: unknown): string {
  const { path, lookup } = splitTerm(term);
  const field = path.map(wordsOf).join(' › ');
  if (lookup === 'isnull') return text(value === false ? 'constraint.isSet' : 'constraint.isEmpty', { field });
  const values = (Array.isArray(value) ? value : [value]).map(valueWords).join(', ');
  const known = lookupNames[lookup];
  return `${field} ${known ? text(known) : lookup} ${values}`;
}

function valueWords(value: unknown): string {
  if (value === '$user') return text('constraint.oneself');
  return typeof value === 'string' ? text('constraint.quoted', { value }) : JSON.stringify(value);
}
