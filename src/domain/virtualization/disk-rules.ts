import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Virtual disks: their sizes together are their machine's, kept past the change log. */
export const diskRules: ModelRules = {
  saved: (drafts, context) =>
    sumUp(
      drafts.map((draft) => draft.get('virtual_machine')!),
      context,
    ),
  deleted: (rows, context) =>
    sumUp(
      rows.map(({ columns }) => columns.get('virtual_machine_id')!),
      context,
    ),
};

async function sumUp(machines: readonly string[], context: WriteContext): Promise<void> {
  await context.rows(
    `update virtualization_virtualmachine m set disk =
       (select sum(d.size) from virtualization_virtualdisk d where d.virtual_machine_id = m.id) where m.id = any($1)`,
    [`{${machines.join(',')}}`],
  );
}
