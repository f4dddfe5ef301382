import { importLibrary } from '#domain/library/import-library.ts';
import { readConfiguration } from '#server/configuration.ts';
import { localRequest } from '#server/local-request.ts';
import type { OpenDatabase } from '#server/open-database.ts';
import { readSettings } from '#server/read-settings.ts';
import { libraryReport } from './library-report.ts';
import { UsageError } from './parse-arguments.ts';
import { progressBar } from './progress-bar.ts';

/** Brings a device type library into the database and tells what became of it. */
export async function importDeviceTypes(
  { sql }: Pick<OpenDatabase, 'sql'>,
  { folder, log }: { folder: string; log(line: string): void },
): Promise<void> {
  const settings = await readSettings(sql, readConfiguration(process.env));
  const report = await importLibrary(folder, {
    request: await localRequest(sql, settings),
    progress: progressBar(process.stderr, 'types'),
  });
  if (report.files === 0)
    throw new UsageError(`${folder} holds no .yaml file below device-types/, module-types/ or rack-types/.`);
  for (const line of libraryReport(report)) log(line);
}
