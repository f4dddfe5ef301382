import { Draft } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import { validate } from '#operations/write/validate.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { syncedModels } from '../../extras/synced-models.ts';

/** What came of objects that follow their data files. */
export interface Followed {
  readonly updated: number;
  /** A sentence for each that could not take over what its file holds. */
  readonly failures: readonly string[];
}

/** Has objects take over what their files in a source hold, where they follow them and the files are newer. */
export async function followFiles(context: WriteContext, source: string): Promise<Followed> {
  let updated = 0;
  const failures: string[] = [];
  for (const model of syncedModels(context.registry)) {
    const rows = await context.rows(
      `select t.id from core_autosyncrecord r join core_datafile f on f.id = r.datafile_id
       join "${model.table}" t on t.id = r.object_id and t.data_file_id = f.id
       where r.object_type_id = $1 and f.source_id = $2 and (t.data_synced is null or t.data_synced < f.last_updated)
       order by t.id`,
      [context.contentTypes.id(model.name)!, source],
    );
    if (rows.length === 0) continue;
    const keys = rows.map(([key]) => key!);
    const stored = await storedRows(context, model, keys, { lock: true });
    const drafts = keys.map(
      (key, position) => new Draft({ model, position, input: {}, key, before: stored.get(key)! }),
    );
    await validate(context, model, drafts);
    for (const { key, errors } of drafts)
      if (errors.any) failures.push(`${model.name} ${key}: ${JSON.stringify(errors.alone)}`);
    const sound = drafts.filter(({ errors }) => !errors.any);
    await save(context, model, sound);
    updated += sound.length;
  }
  return { updated, failures };
}
