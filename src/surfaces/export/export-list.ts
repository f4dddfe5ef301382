import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { attachment } from '#base/attachment.ts';
import { forbidden, HttpError } from '#base/http-error.ts';
import type { Answer } from '#operations/action.ts';
import { orderedKeys } from '#operations/read/ordered-keys.ts';
import { sharedWith } from '#operations/read/shared-with.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';

import { delimiters } from './csv-line.ts';
import { exportColumns, type Preferences } from './export-columns.ts';
import type { Exported, Exporter, ExportParts } from './export-parts.ts';
import { chunk, writeCsv } from './write-csv.ts';

/**
 * `?export` at a list's address in the interface, as NetBox 4.7 has it, with the list's filters and order: everything
 * (CSV of all columns, or YAML where the model has documents), `?export=table` the columns in view, `?export=<name>`
 * an export template. `columns` names the columns, which NetBox takes from the user's preferences alone.
 */
export async function exportList(
  parts: ExportParts,
  { request, model, query }: { request: FastifyRequest; model: Model; query: URLSearchParams },
): Promise<Answer> {
  // ---- Who asks, and for what
  const exporter = await parts.visit(request);
  if (exporter.asker.userId === undefined && parts.loginRequired())
    return { status: 302, headers: { location: `${parts.base}login/?next=${encodeURIComponent(request.url)}` } };
  const exported = await listed(parts, { request, model, query, exporter });
  const form = query.get('export') ?? '';
  if (form !== '' && form !== 'table') return parts.template(form, exported, exporter);

  // ---- Documents
  const documents = parts.documents[model.name];
  if (documents && form === '' && !query.has('columns'))
    return file(`netbox_${model.plural}.yaml`, 'text/yaml; charset=utf-8', writeDocuments(exported, documents));

  // ---- A table
  const context = exported.context();
  const preferences = await preferencesOf(context, exporter);
  const columns = await exportColumns(context, { model, all: parts.columns(model), query, preferences });
  const delimiter = delimiters[String(preferences.csv_delimiter)] ?? ',';
  return file(`netbox_${model.plural}.csv`, 'text/csv; charset=utf-8', writeCsv(exported, { columns, delimiter }));
}

/** The objects of a list that somebody may see. Throws 403 where they may see none whatever. */
async function listed(
  parts: ExportParts,
  {
    request,
    model,
    query,
    exporter,
  }: {
    request: FastifyRequest;
    model: Model;
    query: URLSearchParams;
    exporter: Exporter;
  },
): Promise<Exported> {
  const { asker, permits } = exporter;
  const permitted = permits(model, 'view');
  if (permitted.op === 'never')
    throw asker.userId === undefined
      ? new HttpError(403, 'Authentication credentials were not provided.')
      : forbidden();
  const where = and(permitted, sharedWith(parts.registry, model, asker), await parts.filter(model, query, exporter));
  const sorted = new URLSearchParams({ ordering: query.get('ordering') ?? query.get('sort') ?? '' });
  const context = () => parts.context(request);
  const keys = await orderedKeys(context(), { model, where, order: parts.order(model, sorted) });
  return { model, keys, context };
}

async function* writeDocuments(
  { keys, context }: Exported,
  write: ExportParts['documents'][string],
): AsyncGenerator<string> {
  for (let from = 0; from < keys.length; from += chunk) {
    const texts = await write(context(), keys.slice(from, from + chunk));
    yield `${from > 0 ? '---\n' : ''}${texts.join('---\n')}`;
  }
}

const file = (name: string, type: string, content: AsyncIterable<string>): Answer => ({
  status: 200,
  stream: Readable.from(content),
  type,
  headers: { 'content-disposition': attachment(name) },
});

async function preferencesOf(context: ReturnType<Exported['context']>, { asker }: Exporter): Promise<Preferences> {
  if (asker.userId === undefined) return {};
  const [row] = await context.rows('select data from users_userconfig where user_id = $1', [asker.userId]);
  return ((row?.[0] && JSON.parse(row[0])) || {}) as Preferences;
}
