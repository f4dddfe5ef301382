import type { ImportWhere } from '#operations/import/import-rule.ts';
import { bulkTargets } from '#operations/write/bulk-targets.ts';
import { updateObjects } from '#operations/write/update-objects.ts';

/** Changes objects of another model along with an import: entries with their `id`. Throws as a bulk request of REST does. */
export async function changeObjects(
  { context }: Pick<ImportWhere, 'context'>,
  name: string,
  entries: readonly object[],
): Promise<void> {
  if (entries.length === 0) return;
  const model = context.registry.get(name);
  const targets = await bulkTargets(context, { model, action: 'change', entries });
  await updateObjects(context, { model, targets, partial: true, bulk: true });
}
