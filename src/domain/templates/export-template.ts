import { attachment } from '#base/attachment.ts';
import { HttpError } from '#base/http-error.ts';
import { whereSql } from '#database/select/where.ts';
import type { ActionRequest, Answer } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { compare } from '#query/compare.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { templateOf } from './render-actions.ts';
import { renderWith } from './render-with.ts';

/** What a template is rendered for: objects of a list, in its order. */
interface Exporting extends Pick<ActionRequest, 'permits'> {
  readonly context: ReadContext;
  readonly model: Model;
  readonly keys: readonly string[];
}

const columns = `t.id, t.template_code, t.environment_params, t.data_file_id,
  t.mime_type, t.file_name, t.file_extension, t.as_attachment`;

/**
 * The answer of `?export=<name>`: the export template of that name for the model, rendered with the list as `queryset`.
 * Throws 404 where there is none that may be seen, 400 where it cannot be rendered.
 */
export async function exportTemplate(name: string, { context, model, keys, permits }: Exporting): Promise<Answer> {
  const { registry } = context;
  const templates = registry.get('extras.exporttemplate');
  const parameters: string[] = [];
  const where = and(
    permits(templates, 'view'),
    compare({ registry, model: templates, path: 'name' }, 'exact', [name]),
    compare({ registry, model: templates, path: 'object_types' }, 'exact', [context.contentTypes.id(model.name)!]),
  );
  const condition = where.op === 'never' ? 'false' : whereSql(where, { model: templates, alias: 't', parameters });
  const [row] = await context.rows(
    `select ${columns} from extras_exporttemplate t where ${condition} order by t.name, t.id limit 1`,
    parameters,
  );
  if (!row) throw new HttpError(404, 'Not found.');
  const { content, error } = await renderWith(
    { context },
    { template: templateOf(row), given: {}, list: { model, keys } },
  );
  if (error !== undefined) throw new HttpError(400, `The export template "${name}" cannot be rendered: ${error}`);
  const [, , , , type, file, extension, asAttachment] = row;
  const named = `${file || `netbox_${model.plural.toLowerCase().replaceAll(' ', '_')}`}${extension ? `.${extension}` : ''}`;
  return {
    status: 200,
    body: content,
    type: type || 'text/plain; charset=utf-8',
    ...(asAttachment === 't' ? { headers: { 'content-disposition': attachment(named) } } : {}),
  };
}
