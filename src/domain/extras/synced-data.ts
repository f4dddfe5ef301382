import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { type FileContent, readContent } from './data-file-content.ts';

/** How a model takes what a data file holds. */
export interface SyncedField {
  /** The field that holds it. */
  readonly field: string;
  readonly as: FileContent;
}

/**
 * Models whose content comes from a data file, if one is named: every save takes over what the file holds and where it
 * lies; without a file nothing is kept of one. Which files must be followed is kept in core_autosyncrecord.
 */
export function syncedData(model: string, { field, as }: SyncedField): ModelRules {
  return {
    async prepare(drafts, context) {
      const files = await readFiles(drafts, context);
      for (const draft of drafts) {
        const file = files.get(draft.get('data_file') ?? '');
        if (file) takeOver(draft, file, context);
        else forget(draft);
      }
    },

    async saved(drafts, context) {
      const type = context.contentTypes.id(model)!;
      const following = drafts.filter((draft) => draft.flag('auto_sync_enabled'));
      await context.rows(
        `delete from core_autosyncrecord where object_type_id = $1 and object_id = any($2::bigint[])
         and not (object_id = any($3::bigint[]))`,
        [type, list(drafts), list(following)],
      );
      if (following.length === 0) return;
      await context.rows(
        `insert into core_autosyncrecord (object_type_id, object_id, datafile_id)
         select $1::int, w.a, w.b from unnest($2::bigint[], $3::bigint[]) w(a, b)
         on conflict (object_type_id, object_id) do update set datafile_id = excluded.datafile_id`,
        [type, list(following), `{${following.map((draft) => draft.get('data_file')).join(',')}}`],
      );
    },

    async deleted(rows, context) {
      const type = context.contentTypes.id(model)!;
      await context.rows(
        'delete from core_autosyncrecord where object_type_id = $1 and object_id = any($2::bigint[])',
        [type, `{${rows.map(({ key }) => key).join(',')}}`],
      );
    },
  };

  function takeOver(draft: Draft, file: DataFile, context: WriteContext): void {
    draft.set('data_source', file.source);
    draft.set('data_path', file.path);
    draft.set('data_synced', context.now);
    const { text, problem } = readContent(file.data, as);
    if (problem !== undefined) draft.errors.add('data_file', problem);
    else draft.set(field, text);
  }
}

const list = (drafts: readonly Draft[]): string => `{${drafts.map(({ key }) => key).join(',')}}`;

function forget(draft: Draft): void {
  draft.set('data_source', null);
  draft.set('data_path', '');
  draft.set('auto_sync_enabled', 'f');
  draft.set('data_synced', null);
}

interface DataFile {
  readonly source: string;
  readonly path: string;
  /** Bytes as PostgreSQL writes them: `\x…`. */
  readonly data: string;
}

async function readFiles(drafts: readonly Draft[], context: WriteContext): Promise<ReadonlyMap<string, DataFile>> {
  const keys = new Set(drafts.flatMap((draft) => draft.get('data_file') ?? []));
  if (keys.size === 0) return new Map();
  const rows = await context.rows('select id, source_id, path, data from core_datafile where id = any($1)', [
    `{${[...keys].join(',')}}`,
  ]);
  return new Map(rows.map(([id, source, path, data]) => [id!, { source: source!, path: path!, data: data! }]));
}
