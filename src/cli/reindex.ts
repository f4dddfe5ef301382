import { rebuildSearchIndex } from '#operations/write/search-index.ts';
import { writeTransaction } from '#operations/write/transaction.ts';
import { readConfiguration } from '#server/configuration.ts';
import { localRequest } from '#server/local-request.ts';
import type { OpenDatabase } from '#server/open-database.ts';
import { readSettings } from '#server/read-settings.ts';

/** Makes the search index anew and tells how much is in it. */
export async function reindex({ sql }: Pick<OpenDatabase, 'sql'>, log: (line: string) => void): Promise<void> {
  const request = await localRequest(sql, await readSettings(sql, readConfiguration(process.env)));
  let total = 0;
  await writeTransaction(request, (context) =>
    rebuildSearchIndex(context, (model, objects) => {
      total += objects;
      log(`${model.plural}: ${objects}`);
    }),
  );
  log(`${total} objects are in the search index.`);
}
