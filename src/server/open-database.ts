import { connect, type Sql, servingPool } from '#database/connect.ts';
import { startEmbedded } from '#database/embedded/start-embedded.ts';
import { importDatabase } from '#database/import/import-database.ts';
import { importDump } from '#database/import/import-dump.ts';
import { Replicas } from '#database/replicas.ts';
import type { Configuration } from './configuration.ts';
import { prepareDatabase } from './prepare-database.ts';

export interface OpenOptions {
  configuration: Configuration;
  /** A dump's file or a postgres:// URL to fill the database from. */
  importFrom?: string | undefined;
  log: (line: string) => void;
  /** The embedded PostgreSQL ended and could not be started again. */
  onFatal: (message: string) => void;
}

export interface OpenDatabase {
  sql: Sql;
  /** The streaming replicas, where there are any. */
  replicas: Replicas | undefined;
  /** Whether the schema was created just now. */
  created: boolean;
  close(): Promise<void>;
}

/** The database of a configuration, ready to be served: started, filled and checked. */
export async function openDatabase({ configuration, importFrom, log, onFatal }: OpenOptions): Promise<OpenDatabase> {
  const embedded =
    configuration.databaseUrl === null
      ? await startEmbedded({
          dataDirectory: configuration.dataDirectory,
          onEvent: ({ level, message }) => (level === 'fatal' ? onFatal(message) : log(message)),
        })
      : null;
  const url = embedded?.url ?? configuration.databaseUrl!;
  try {
    if (importFrom !== undefined) await fill(url, importFrom, log);
    const { created, plugins } = await prepareDatabase(url);
    if (plugins.length > 0)
      log(`Tables of NetBox plugins are there too and are left untouched: ${plugins.join(', ')}.`);
    const sql = connect(url, servingPool);
    const { databaseReplicaUrls: urls } = configuration;
    const replicas = urls.length > 0 ? new Replicas(sql, urls) : undefined;
    return {
      sql,
      replicas,
      created,
      async close() {
        await replicas?.close();
        await sql.end({ timeout: 5 });
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function fill(url: string, from: string, log: (line: string) => void): Promise<void> {
  const begin = performance.now();
  const { tables } = /^postgres(ql)?:\/\//.test(from) ? await importDatabase(url, from) : await importDump(url, from);
  log(`Imported ${tables} tables in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
}
