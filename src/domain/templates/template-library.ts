import type { ReadContext } from '#operations/read/context.ts';
import type { Library } from './environment.ts';

/** The files of a template's data source, if it refers to others: by path. */
export async function templateLibrary(
  context: ReadContext,
  { code, dataFile }: { code: string; dataFile: string | null },
): Promise<Library> {
  if (dataFile === null || !/\{%-?\s*(include|extends|import|from)\b/.test(code)) return new Map();
  const rows = await context.rows(
    `select f.path, f.data from core_datafile f join core_datafile own on own.source_id = f.source_id where own.id = $1`,
    [dataFile],
  );
  return new Map(rows.map(([path, data]) => [path!, Buffer.from(data!.slice(2), 'hex').toString('utf8')]));
}
