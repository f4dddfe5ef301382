import { whereSql } from '#database/select/where.ts';
import type { ActionRequest } from '#operations/action.ts';
import { compare } from '#query/compare.ts';
import { type Condition, never, or } from '#query/tree.ts';

/** Keys of a rack's devices that any of the terms `path:value` fits (`id:12`, `role__slug:router`, `tags__name:core`). */
export async function highlightedDevices(
  { context }: ActionRequest,
  rack: string,
  terms: readonly string[],
): Promise<ReadonlySet<string>> {
  if (terms.length === 0) return new Set();
  const { registry } = context;
  const model = registry.get('dcim.device');
  const conditions = terms.map((term): Condition => {
    const [, path, value] = /^([^:]+):(.*)$/s.exec(term) ?? [];
    try {
      return path === undefined ? never : compare({ registry, model, path }, 'exact', [value!]);
    } catch {
      // A path that leads nowhere brings out nothing.
      return never;
    }
  });
  const parameters = [rack];
  const where = whereSql(or(...conditions), { model, alias: 'd', parameters });
  const rows = await context
    .rows(`select d.id from dcim_device d where d.rack_id = $1 and ${where}`, parameters)
    // A value that the column can't hold (`id:abc`) brings out nothing either.
    .catch((error: Error & { code?: string }) => {
      if (error.code?.startsWith('22')) return [];
      throw error;
    });
  return new Set(rows.map(([id]) => id!));
}
