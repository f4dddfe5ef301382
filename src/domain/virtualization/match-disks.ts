import type { Draft } from '#operations/write/draft.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** A machine with virtual disks has their sizes together as its own: filled where it is missing, refused where it differs. */
export async function matchDisks(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  if (drafts.length === 0) return;
  const rows = await context.rows(
    'select virtual_machine_id, sum(size) from virtualization_virtualdisk where virtual_machine_id = any($1) group by 1',
    [`{${drafts.map(({ key }) => key).join(',')}}`],
  );
  const totals = new Map(rows.map(([key, total]) => [key, Number(total)]));
  for (const draft of drafts) {
    const total = totals.get(draft.key!);
    if (!total) continue;
    const disk = draft.number('disk');
    if (disk === null) draft.set('disk', String(total));
    else if (disk !== total)
      draft.errors.add(
        'disk',
        `The specified disk size (${disk}) must match the aggregate size of assigned virtual disks (${total}).`,
      );
  }
}
