import type { FastifyInstance, FastifyReply } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import { importColumns } from '#operations/import/import-columns.ts';
import { importRows } from '#operations/import/import-rows.ts';
import { rehearse } from '#operations/write/rehearse.ts';
import { type WriteRequest, writeTransaction } from '#operations/write/transaction.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import { type BulkParts, type ModelParams, writableModel } from './bulk-parts.ts';
import type { ImportAsked, ImportColumns, ImportLine } from './contract.ts';
import { importColumnMeta } from './import-column-meta.ts';
import { importLater } from './import-jobs.ts';
import { ImportRefused } from './import-refused.ts';

const rowsAtMost = 100_000;

/**
 * `GET /patchbay/import/<app>/<endpoint>/`: the columns that an import of the model knows. `POST` with
 * `{ rows, existing, match, message, preview, background }` imports: all rows or none. The answer is lines of JSON: `{ "done": 500 }`
 * while it goes on, at last the result. A preview does it all and undoes it; with `background` it is left to a job, and
 * the answer is 202 with the job.
 */
export async function importRoutes(app: FastifyInstance, parts: BulkParts): Promise<void> {
  app.get<{ Params: ModelParams }>('/patchbay/import/:app/:endpoint/', async (request, reply) => {
    const model = writableModel(parts, request.params);
    if (!model) return reply.code(404).send({ detail: 'Not found.' });
    const columns = importColumns(parts.registry, model, parts.importRules[model.name]);
    return reply
      .header('cache-control', 'no-cache')
      .send({ columns: columns.map(importColumnMeta) } satisfies ImportColumns);
  });

  app.post<{ Params: ModelParams }>('/patchbay/import/:app/:endpoint/', async (request, reply) => {
    try {
      const model = writableModel(parts, request.params);
      if (!model) return reply.code(404).send({ detail: 'Not found.' });
      const writing = await parts.writing(request);
      const asked = read(request.body);
      const may = (action: string) => writing.permits(model, action).op !== 'never';
      if (!may('add') && !(asked.existing === 'update' && may('change'))) throw forbidden();
      if (asked.background) {
        const { preview, background, ...wanted } = asked;
        const { status, json, headers } = await importLater(writing, model, wanted);
        return reply.code(status).headers(headers!).type('application/json').send(json);
      }
      return await run(parts, reply, { model, writing, asked });
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

async function run(
  parts: BulkParts,
  reply: FastifyReply,
  { model, writing, asked }: { model: Model; writing: WriteRequest; asked: ImportAsked },
): Promise<FastifyReply> {
  const lines = reply.hijack().raw;
  lines.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  const write = (line: ImportLine) => void lines.write(`${JSON.stringify(line)}\n`);
  const work = (context: WriteContext) =>
    importRows({ context, model, rules: parts.importRules, progress: (done) => write({ done }) }, asked);
  try {
    const result = asked.preview
      ? await rehearse(writing, work)
      : await writeTransaction(writing, async (context) => {
          const result = await work(context);
          if (result.errors.length > 0) throw new ImportRefused(result);
          return result;
        });
    write({ result });
  } catch (error) {
    if (error instanceof ImportRefused) write({ result: error.result });
    else write({ error: parts.explain(error) });
  }
  lines.end();
  return reply;
}

function read(body: unknown): ImportAsked {
  const {
    rows,
    existing = 'refuse',
    match = [],
    message = '',
    preview = false,
    background = false,
  } = (body ?? {}) as Partial<ImportAsked>;
  const isRow = (row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new HttpError(400, 'Expected a list of rows.');
  if (rows.length === 0) throw new HttpError(400, 'There are no rows to import.');
  if (rows.length > rowsAtMost) throw new HttpError(400, 'Too many rows: import at most 100,000 at once.');
  return {
    rows,
    existing: existing === 'skip' || existing === 'update' ? existing : 'refuse',
    match: Array.isArray(match) ? match.map(String) : [],
    message: String(message),
    preview: preview === true,
    background: background === true && preview !== true,
  };
}
