import { HttpError } from '#base/http-error.ts';
import type { JobKind, JobLogEntry, JobOutcome } from '#jobs/job-kind.ts';
import { type AskAgain, laterWrites, writeLater } from '#jobs/later-write.ts';
import type { Answer } from '#operations/action.ts';
import type { ImportRequest, ImportResult } from '#operations/import/contract.ts';
import { importRows } from '#operations/import/import-rows.ts';
import type { ImportRules } from '#operations/import/import-rule.ts';
import { type WriteRequest, writeTransaction } from '#operations/write/transaction.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { ImportRefused } from './import-refused.ts';

const kind = 'bulk-import';

/** How many refused rows the log names. */
const mostNamed = 100;

interface Task {
  readonly model: string;
  readonly wanted: ImportRequest;
}

/** Leaves an import to a job. */
export function importLater(writing: WriteRequest, model: Model, wanted: ImportRequest): Promise<Answer> {
  const task: Task = { model: model.name, wanted };
  return writeLater(writing, { kind, name: `Bulk import ${wanted.rows.length} ${model.plural}`, task: { ...task } });
}

/** Jobs that import: all rows or none. Their log tells how far they are, and what was refused. */
export function importJobs({
  registry,
  askAgain,
  importRules,
}: {
  registry: Registry;
  askAgain: AskAgain;
  importRules: ImportRules;
}): JobKind {
  return laterWrites<Task>({
    kind,
    askAgain,
    async work({ model: name, wanted }, { job, asking }) {
      const model = registry.get(name);
      const count = wanted.rows.length;
      const request = asking<ImportResult>((result) => completed(result, model));
      const progress = (done: number) => job.tell({ level: 'info', message: `Read ${done} of ${count} rows` });
      try {
        await writeTransaction(request, async (context) => {
          const result = await importRows({ context, model, rules: importRules, progress }, wanted);
          if (result.errors.length > 0) throw new ImportRefused(result);
          return result;
        });
        return undefined;
      } catch (error) {
        if (error instanceof ImportRefused) return refused(error.result);
        if (!(error instanceof HttpError)) throw error;
        return { status: 'failed', error: error.message, log: [{ level: 'error', message: error.message }, aborted] };
      }
    },
  });
}

/** The numbers of a result: its outcomes row by row are as long as what was imported. */
const numbers = ({ created, updated, skipped }: ImportResult): string => JSON.stringify({ created, updated, skipped });

const completed = (result: ImportResult, { plural }: Model): JobOutcome => ({
  status: 'completed',
  data: numbers(result),
  log: [{ level: 'info', message: `Imported ${result.created + result.updated} ${plural}` }],
});

const aborted: JobLogEntry = { level: 'warning', message: 'Bulk import aborted' };

function refused(result: ImportResult): JobOutcome {
  const { errors } = result;
  const named = errors.slice(0, mostNamed).map(({ row, errors: columns }): JobLogEntry => {
    const texts = Object.entries(columns).map(([column, messages]) => `${column}: ${messages.join(' ')}`);
    return { level: 'error', message: `Row ${row + 1}: ${texts.join('; ')}` };
  });
  const more: JobLogEntry[] =
    errors.length > mostNamed
      ? [{ level: 'error', message: `${errors.length - mostNamed} more rows were refused` }]
      : [];
  const error = errors.length === 1 ? 'One row was refused.' : `${errors.length} rows were refused.`;
  return {
    status: 'failed',
    data: JSON.stringify({ errors: errors.slice(0, mostNamed) }),
    error,
    log: [...named, ...more, aborted],
  };
}
