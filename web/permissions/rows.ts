import type { Constraints } from '../../src/base/constraints-contract.ts';
import { splitTerm } from './lookups.ts';

/** One comparison of a permission's constraints, as the builder holds it; without a path it is not finished. */
export interface Row {
  readonly key: number;
  readonly path: readonly string[];
  readonly lookup: string;
  readonly value: unknown;
}

/** Rows that must all hold. */
export interface Group {
  readonly key: number;
  readonly rows: readonly Row[];
}

let last = 0;
/** A key for a row or a group that React can tell it by. */
export const nextKey = (): number => ++last;

/** The builder's rows of JSON text; undefined where it is none of constraints. */
export function groupsOf(json: string): Group[] | undefined {
  let parsed: unknown;
  try {
    parsed = json.trim() === '' ? null : JSON.parse(json);
  } catch {
    return undefined;
  }
  const list = parsed === null ? [] : Array.isArray(parsed) ? parsed : [parsed];
  if (!list.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))) return undefined;
  return (list as Record<string, unknown>[]).map((terms) => ({
    key: nextKey(),
    rows: Object.entries(terms).map(([term, value]) => ({ key: nextKey(), ...splitTerm(term), value })),
  }));
}

/** The JSON text of rows: one object, or a list of alternatives; nothing where nothing is finished. */
export function jsonOf(groups: readonly Group[]): string {
  const list = groups.flatMap(({ rows }) => {
    const terms = rows.filter(({ path }) => path.length > 0).map((row) => [termOf(row), row.value] as const);
    return terms.length > 0 ? [Object.fromEntries(terms)] : [];
  });
  const constraints: Constraints = list.length === 0 ? null : list.length === 1 ? list[0]! : list;
  return constraints === null ? '' : JSON.stringify(constraints, null, 2);
}

/** `site`, `name`, `icontains` → `site__name__icontains`. */
function termOf({ path, lookup }: Pick<Row, 'path' | 'lookup'>): string {
  return [...path, ...(lookup === 'exact' ? [] : [lookup])].join('__');
}

/** Terms that a group names twice, of which JSON could only hold one. */
export function repeatedTerms({ rows }: Group): string[] {
  const terms = rows.filter(({ path }) => path.length > 0).map(termOf);
  return terms.filter((term, place) => terms.indexOf(term) !== place);
}
