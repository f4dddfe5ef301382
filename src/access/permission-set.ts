import type { Constraints } from '#base/constraints-contract.ts';

/** One object of lookups that must all hold; null or an empty one permits every object. */
export type Constraint = Readonly<Record<string, unknown>> | null;

/**
 * What somebody may do: by permission (`dcim.view_site`) the constraints of which any suffices. An empty list, or one
 * with a null among its members, permits every object.
 */
export interface PermissionSet {
  readonly constraints: ReadonlyMap<string, readonly Constraint[]>;
}

export const noPermissions: PermissionSet = Object.freeze({ constraints: new Map() });

/** A row as `userColumns` gathers it: actions, object types, constraints. */
type Row = readonly [actions: readonly string[], types: readonly string[] | null, constraints: Constraints];

/** How many sets are kept; beyond it the oldest goes. A set is as large as its text. */
const kept = 1000;
const sets = new WeakMap<object, Map<string, PermissionSet>>();

/**
 * The set that DEFAULT_PERMISSIONS and a user's permission rows make. It is kept by the rows' own content: whoever has
 * the same rows shares one set, and a changed row makes another.
 */
export function permissionSet(rows: string | null, defaults: Readonly<Record<string, Constraints>>): PermissionSet {
  const byRows = sets.get(defaults) ?? new Map<string, PermissionSet>();
  sets.set(defaults, byRows);
  const found = byRows.get(rows ?? '');
  if (found) return found;
  const made = parse(rows, defaults);
  if (byRows.size >= kept) byRows.delete(byRows.keys().next().value!);
  byRows.set(rows ?? '', made);
  return made;
}

function parse(rows: string | null, defaults: Readonly<Record<string, Constraints>>): PermissionSet {
  const constraints = new Map<string, Constraint[]>();
  const grant = (name: string, more: readonly Constraint[]) =>
    constraints.set(name, [...(constraints.get(name) ?? []), ...more]);
  for (const [name, given] of Object.entries(defaults)) grant(name, given === null ? [] : listed(given));
  for (const [actions, types, given] of (rows === null ? [] : JSON.parse(rows)) as readonly Row[])
    for (const type of types ?? [])
      for (const action of actions) grant(type.replace('.', `.${action}_`), listed(given));
  return Object.freeze({ constraints });
}

const listed = (given: Constraints): readonly Constraint[] =>
  (Array.isArray(given) ? (given as readonly Constraint[]) : [given as Constraint]).map((constraint) =>
    constraint !== null && Object.keys(constraint).length > 0 ? constraint : null,
  );
