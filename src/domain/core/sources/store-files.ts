import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deleteObjects } from '#operations/write/delete-objects.ts';
import { indexRows } from '#operations/write/search-index.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { ListedFile } from './list-files.ts';

/** How many files of a source were made, changed and deleted. */
export interface StoredFiles {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
}

/** Brings the data files of a source in step with what lies there, and the search for them. */
export async function storeFiles(
  context: WriteContext,
  { source, files }: { source: string; files: ReadonlyMap<string, ListedFile> },
): Promise<StoredFiles> {
  const model = context.registry.get('core.datafile');
  const known = await context.rows('select id, path, hash from core_datafile where source_id = $1', [source]);
  const gone = known.filter(([, path]) => !files.has(path!)).map(([id]) => id!);
  await deleteObjects(context, model, gone);

  const changed: string[] = [];
  for (const [id, path, hash] of known) {
    const file = files.get(path!);
    if (!file || file.hash === hash) continue;
    await context.rows(
      'update core_datafile set size = $2, hash = $3, data = $4::bytea, last_updated = $5 where id = $1',
      [id!, ...(await content(file)), context.now],
    );
    changed.push(id!);
  }

  const paths = new Set(known.map(([, path]) => path));
  const created: string[] = [];
  for (const [path, file] of files) {
    if (paths.has(path)) continue;
    const [row] = await context.rows(
      `insert into core_datafile (source_id, path, size, hash, data, created, last_updated)
       values ($1, $2, $3, $4, $5::bytea, $6, $6) returning id`,
      [source, path, ...(await content(file)), context.now],
    );
    created.push(row![0]!);
  }
  await indexRows(context, model, { known: [...gone, ...changed], there: [...changed, ...created] });
  return { created: created.length, changed: changed.length, deleted: gone.length };
}

/** A file as it is now, which may be another than when it was listed. */
async function content({ at }: ListedFile): Promise<[size: string, hash: string, data: string]> {
  const bytes = await readFile(at);
  return [String(bytes.length), createHash('sha256').update(bytes).digest('hex'), `\\x${bytes.toString('hex')}`];
}
