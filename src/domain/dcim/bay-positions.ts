import type { WriteContext } from '#operations/write/write-context.ts';

/** Stored positions of module bays from the root of their device down to each, by bay. */
export async function bayPositions(
  bays: readonly string[],
  context: WriteContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (bays.length === 0) return found;
  const rows = await context.rows(
    `with recursive up as (
       select b.id as start, b.position, b.module_id, array[b.id] as seen from dcim_modulebay b where b.id = any($1)
       union all
       select u.start, b.position, b.module_id, u.seen || b.id from up u join dcim_module m on m.id = u.module_id
         join dcim_modulebay b on b.id = m.module_bay_id where not b.id = any(u.seen)
     ) select start, position from up order by start, cardinality(seen) desc`,
    [`{${bays.join(',')}}`],
  );
  for (const [bay, position] of rows) {
    const positions = found.get(bay!) ?? [];
    positions.push(position ?? '');
    found.set(bay!, positions);
  }
  return found;
}
