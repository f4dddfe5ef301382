import type { WriteContext } from '#operations/write/write-context.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { originGroups } from './origin-groups.ts';
import { runTraces } from './run-traces.ts';
import { type FreshPath, type StoredPath, writePaths } from './write-paths.ts';

/**
 * Brings stored paths up to date after something on them changed: all that lead `through` the nodes (or did, before),
 * and all that begin `from` objects. Statements grow with the longest path, not with the number of paths. Throws
 * UnsupportedPath for a topology that paths cannot describe, unless `lenient`: then there is no path.
 */
export async function retrace(
  context: WriteContext,
  {
    through = [],
    from = [],
    lenient = false,
  }: { through?: readonly string[]; from?: readonly string[]; lenient?: boolean },
): Promise<void> {
  if (through.length === 0 && from.length === 0) return;

  // ---- Paths that are affected, and where they begin
  const stored = new Map<string, StoredPath>();
  const begun = new Set<string>();
  const origins = new Set<string>(from);
  const take = (paths: readonly StoredPath[]) => {
    for (const path of paths) {
      stored.set(path.id, path);
      for (const node of path.path[0] ?? []) {
        begun.add(node);
        origins.add(node);
      }
    }
  };
  take(await storedPaths(context, { through, from }));
  if (origins.size === 0) return;

  // ---- Origins that share a connector with those have to be traced anew with them, and so on
  const around = new Neighbourhood(context);
  const asked = new Set(from);
  let groups = await originGroups([...origins], around);
  while (true) {
    const unknown = [...new Set([...origins, ...groups.flat().map(({ node }) => node)])].filter(
      (node) => !asked.has(node) && !begun.has(node),
    );
    if (unknown.length === 0) break;
    for (const node of unknown) asked.add(node);
    const before = origins.size;
    take(await storedPaths(context, { through: [], from: unknown }));
    if (origins.size > before) groups = await originGroups([...origins], around);
  }

  // ---- Their paths as they are now
  const traced = await runTraces(groups, { around, lenient });
  const fresh = groups.flatMap((terms, index): FreshPath[] => {
    const path = traced[index];
    return path ? [{ ...path, origins: terms }] : [];
  });
  await writePaths(context, { stored: [...stored.values()], fresh });
}

async function storedPaths(
  context: WriteContext,
  { through, from }: { through: readonly string[]; from: readonly string[] },
): Promise<StoredPath[]> {
  const rows = await context.rows(
    `select id, path, is_active, is_complete, is_split from dcim_cablepath
     where _nodes && $1::varchar[] or (_nodes && $2::varchar[] and path->0 ?| $2::text[]) order by id for update`,
    [`{${through.join(',')}}`, `{${from.join(',')}}`],
  );
  return rows.map(([id, path, active, complete, split]) => ({
    id: id!,
    path: JSON.parse(path!),
    isActive: active === 't',
    isComplete: complete === 't',
    isSplit: split === 't',
  }));
}
