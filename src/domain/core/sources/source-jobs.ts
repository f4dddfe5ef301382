import type { Queryable, Sql } from '#database/connect.ts';
import type { JobKind, JobOutcome } from '#jobs/job-kind.ts';
import { type WriteRequest, writeTransaction } from '#operations/write/transaction.ts';
import { type Followed, followFiles } from './follow-files.ts';
import { ignored } from './ignored.ts';
import { listFiles } from './list-files.ts';
import { openSource } from './open-source.ts';
import { type Source, SourceError } from './source.ts';
import { sourceJobKind } from './source-job.ts';
import { type StoredFiles, storeFiles } from './store-files.ts';

interface SourceJobParts {
  /** Folders of the server's own that no source may be read from. */
  readonly closed: readonly string[];
  /** A request with which the server itself writes, in the name of the job's user where it has one. */
  request(sql: Sql, userId: string | null): Promise<WriteRequest>;
}

/** Failures that are told one by one. */
const told = 10;

/** Jobs that read data sources: the files first, then all that follows from them, in one transaction with the job's end. */
export function sourceJobs({ closed, request: requestOf }: SourceJobParts): JobKind {
  return {
    name: sourceJobKind,
    async run({ id: job, task, sql, signal, within }) {
      const { source: id } = task as { readonly source: string };
      const source = await begin(sql, id);
      if (!source) return { status: 'failed', error: 'The data source is not there any more.' };
      try {
        const [row] = await sql.unsafe('select user_id from core_job where id = $1', [job]);
        const request = await requestOf(sql, (row?.user_id as string | null | undefined) ?? null);
        const open = await openSource(source, { signal, closed, proxies: request.settings.HTTP_PROXIES ?? {} });
        try {
          const files = await listFiles(open.folder, ignored(source.ignoreRules));
          const asJob = <T>(transaction: Queryable, work: () => Promise<T>): Promise<T> =>
            within(transaction, work, (done) => outcomeOf(done as unknown as Synchronized));
          await writeTransaction({ ...request, within: asJob }, async (context): Promise<Synchronized> => {
            await context.rows('select from core_datasource where id = $1 for update', [id]);
            const stored = await storeFiles(context, { source: id, files });
            const followed = await followFiles(context, id);
            await context.rows('update core_datasource set status = $2, last_synced = $3 where id = $1', [
              id,
              followed.failures.length > 0 ? 'failed' : 'completed',
              context.now,
            ]);
            return { ...stored, ...followed };
          });
        } finally {
          await open.close();
        }
        return undefined;
      } catch (error) {
        await sql.unsafe(`update core_datasource set status = 'failed' where id = $1`, [id]).catch(() => {});
        if (error instanceof SourceError) return { status: 'errored', error: error.message };
        throw error;
      }
    },
  };
}

type Synchronized = StoredFiles & Followed;

/** The source, whose row says from now on that it is being read. */
async function begin(sql: Sql, id: string): Promise<Source | undefined> {
  const [row] = await sql.unsafe(
    `update core_datasource set status = 'syncing' where id = $1
     returning name, type, source_url, ignore_rules, parameters`,
    [id],
  );
  if (!row) return undefined;
  const parameters = JSON.parse((row.parameters as string | null) ?? 'null') as unknown;
  return {
    id,
    name: row.name as string,
    type: row.type as string,
    url: row.source_url as string,
    ignoreRules: row.ignore_rules as string,
    parameters: typeof parameters === 'object' && parameters !== null ? (parameters as Source['parameters']) : {},
  };
}

function outcomeOf({ created, changed, deleted, updated, failures }: Synchronized): JobOutcome {
  const log: JobOutcome['log'] = [
    { level: 'info', message: `Files: ${created} created, ${changed} changed, ${deleted} deleted.` },
    { level: 'info', message: `Objects brought up to date with their files: ${updated}.` },
    ...failures.map((message) => ({ level: 'error' as const, message })),
  ];
  if (failures.length === 0) return { status: 'completed', log };
  const rest = failures.length > told ? [`and ${failures.length - told} more`] : [];
  const error = `Objects that can't take over what their files hold: ${[...failures.slice(0, told), ...rest].join('; ')}`;
  return { status: 'errored', error, log };
}
