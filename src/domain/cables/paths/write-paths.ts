import { arrayLiteral } from '#fields/array-text.ts';
import { newKeys } from '#operations/write/new-keys.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { terminationKinds } from '../termination-kinds.ts';
import type { Term } from './term.ts';
import type { TracedPath } from './trace-path.ts';

/** A stored path. */
export interface StoredPath {
  readonly id: string;
  readonly path: readonly (readonly string[])[];
  readonly isActive: boolean;
  readonly isComplete: boolean;
  readonly isSplit: boolean;
}

/** A path as it is now, with the objects that it begins at. */
export interface FreshPath extends TracedPath {
  readonly origins: readonly Term[];
}

const originsOf = ({ path }: Pick<TracedPath, 'path'>): string => [...(path[0] ?? [])].sort().join();
const same = (one: TracedPath, other: TracedPath): boolean =>
  one.isActive === other.isActive &&
  one.isComplete === other.isComplete &&
  one.isSplit === other.isSplit &&
  JSON.stringify(one.path) === JSON.stringify(other.path);

const asJson = (paths: readonly (TracedPath & { id: string })[]): string =>
  JSON.stringify(
    paths.map(({ id, path, isActive, isComplete, isSplit }) => ({
      id,
      path,
      is_active: isActive,
      is_complete: isComplete,
      is_split: isSplit,
      _nodes: arrayLiteral(path.flat()),
    })),
  );

const endpointTables = terminationKinds.filter(({ endpoint }) => endpoint).map(({ table }) => table);

/**
 * Makes the stored paths what they are now: those that begin at the same objects are kept and changed, others deleted
 * and made. The objects that paths begin at point at them.
 */
export async function writePaths(
  context: WriteContext,
  { stored, fresh }: { stored: readonly StoredPath[]; fresh: readonly FreshPath[] },
): Promise<void> {
  // ---- What stays, what changes, what is new, what goes
  const byOrigins = new Map(stored.map((path) => [originsOf(path), path]));
  const kept = new Map<string, FreshPath>();
  const added: FreshPath[] = [];
  for (const path of fresh) {
    const before = byOrigins.get(originsOf(path));
    if (before) kept.set(before.id, path);
    else added.push(path);
  }
  const gone = stored.filter(({ id }) => !kept.has(id));
  const changed = stored.filter((path) => kept.has(path.id) && !same(path, kept.get(path.id)!));

  // ---- Rows
  if (gone.length > 0)
    await context.rows(
      `with ${endpointTables
        .map((table) => `${table} as (update ${table} set _path_id = null where _path_id = any($1::bigint[]))`)
        .join(', ')} delete from dcim_cablepath where id = any($1::bigint[])`,
      [`{${gone.map(({ id }) => id).join(',')}}`],
    );
  if (changed.length > 0)
    await context.rows(
      `update dcim_cablepath p set path = v.path, is_active = v.is_active, is_complete = v.is_complete,
         is_split = v.is_split, _nodes = v._nodes
       from json_populate_recordset(null::dcim_cablepath, $1) v where v.id = p.id`,
      [asJson(changed.map(({ id }) => ({ ...kept.get(id)!, id })))],
    );
  const ids = new Map<FreshPath, string>([...kept].map(([id, path]) => [path, id]));
  if (added.length > 0) {
    const keys = await newKeys(context, { table: 'dcim_cablepath', key: 'id', count: added.length });
    for (const [index, path] of added.entries()) ids.set(path, keys[index]!);
    const columns = 'id, path, is_active, is_complete, is_split, _nodes';
    await context.rows(
      `insert into dcim_cablepath (${columns}) select ${columns} from json_populate_recordset(null::dcim_cablepath, $1)`,
      [asJson(added.map((path) => ({ ...path, id: ids.get(path)! })))],
    );
  }

  // ---- Where they begin
  const isGone = new Set(gone.map(({ id }) => id));
  const pointers = fresh.flatMap((path) =>
    path.origins
      .filter(({ endpoint, path: before }) => endpoint && (before !== ids.get(path) || isGone.has(before!)))
      .map((term) => ({ term, path: ids.get(path)! })),
  );
  for (const { model, table } of terminationKinds) {
    const here = pointers.filter(({ term }) => term.model === model);
    if (here.length > 0)
      await context.rows(
        `update ${table} t set _path_id = v.path from unnest($1::bigint[], $2::bigint[]) v(id, path) where t.id = v.id`,
        [`{${here.map(({ term }) => term.id).join(',')}}`, `{${here.map(({ path }) => path).join(',')}}`],
      );
  }
}
