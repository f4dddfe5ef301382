import { forbidden, HttpError } from '#base/http-error.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { and } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { findRow } from '../actions/find-row.ts';
import { objectFacts } from './object-facts.ts';
import { renderWith, type StoredTemplate } from './render-with.ts';

/** Whether the client asks for the bare text. */
const wantsText = ({ headers, query }: ActionRequest): boolean =>
  query.get('format') === 'txt' || String(headers.accept ?? '').startsWith('text/plain');

/** Rendering takes a token that may write, and no permission to change anything. */
function requireToken({ asker }: ActionRequest): void {
  if (asker.by !== 'token') throw new HttpError(403, 'TokenWritePermission requires token authentication.');
  if (!asker.mayWrite) throw forbidden();
}

function bodyOf({ body }: ActionRequest): Record<string, unknown> {
  if (body === undefined || body === null || body === '') return {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw new HttpError(400, { __all__: ['Invalid data. Expected a dictionary.'] });
  return body as Record<string, unknown>;
}

const model = 'extras.configtemplate';
const columns = 't.id, t.template_code, t.environment_params, t.data_file_id';

/** A template of a row that begins with its key, code, parameters and data file. */
export const templateOf = ([id, code, parameters, dataFile]: readonly (
  | string
  | null
  | undefined
)[]): StoredTemplate => ({
  id: id!,
  code: code!,
  parameters: (JSON.parse(parameters ?? 'null') ?? {}) as Record<string, unknown>,
  dataFile: dataFile ?? null,
});

const may = ({ permits, context }: Pick<ActionRequest, 'permits' | 'context'>, name: string, action: string) => {
  const of = context.registry.get(name);
  return and(permits(of, action), permits(of, 'view'));
};

/** `extras/config-templates/<id>/render/`: the template with the request's body as its context. */
export const renderTemplateAction: Action = {
  model,
  path: 'render',
  methods: ['POST'],
  async run(request) {
    requireToken(request);
    const row = await findRow(request, { model, select: columns, where: may(request, model, 'render') });
    return answer(request, templateOf(row), { given: bodyOf(request) });
  },
};

/** `…/render-config/` of devices and virtual machines: the object's own template, its role's or its platform's. */
export const renderConfigActions: readonly Action[] = ['dcim.device', 'virtualization.virtualmachine'].map((name) => ({
  model: name,
  path: 'render-config',
  methods: ['POST'],
  async run(request): Promise<Answer> {
    requireToken(request);
    const { config_template_id: wanted, ...given } = bodyOf(request);
    const { stored, ...rest } = await objectTemplate(request, { name, wanted });
    return answer(request, stored, { ...rest, given: { ...rest.given, ...given } });
  },
}));

type Reading = Pick<ActionRequest, 'context' | 'key' | 'permits'>;

/** The template of an object's configuration, and what it is rendered with. */
async function objectTemplate(request: Reading, { name, wanted }: { name: string; wanted?: unknown }) {
  const short = name.split('.')[1]!;
  const [key, own] = await findRow(request, {
    model: name,
    select: `t.id, coalesce(t.config_template_id,
      (select r.config_template_id from dcim_devicerole r where r.id = t.role_id),
      (select p.config_template_id from dcim_platform p where p.id = t.platform_id))`,
    where: may(request, name, 'render_config'),
  });
  const row = await template(request, { wanted, own: own ?? null, short });
  const { context, object } = await objectFacts(request, { model: name, key: key! });
  return { stored: templateOf(row), given: context, object: { name: short, ...object } };
}

/** An object's configuration as the interface shows it. Throws 400 `{error}` where the object has no template. */
export async function renderObjectConfig(
  request: Reading & { readonly model: Model },
): Promise<{ template: number; content: string } | { error: string }> {
  const { stored, ...rest } = await objectTemplate(request, { name: request.model.name });
  const { content, error } = await renderWith(request, { template: stored, ...rest });
  return error === undefined ? { template: Number(stored.id), content } : { error };
}

async function template(
  request: Reading,
  { wanted, own, short }: { wanted: unknown; own: string | null; short: string },
) {
  const refuse = (error: string) => new HttpError(400, { error });
  const where = wanted ? request.permits(request.context.registry.get(model), 'view') : ({ op: 'always' } as const);
  const key = wanted ? String(wanted) : own;
  if (key === null) throw refuse(`No config template found for this ${short}.`);
  return findRow({ ...request, key }, { model, select: columns, where }).catch((error: unknown) => {
    throw error instanceof HttpError ? refuse(`Config template with ID ${key} not found.`) : error;
  });
}

async function answer(
  request: ActionRequest,
  stored: StoredTemplate,
  { given, object }: { given: Record<string, unknown>; object?: { name: string; model: string; key: string } },
): Promise<Answer> {
  const text = wantsText(request);
  const { content, error } = await renderWith(request, { template: stored, given, ...(object ? { object } : {}) });
  if (error !== undefined)
    return text
      ? { status: 500, body: error, type: 'text/plain; charset=utf-8' }
      : { status: 500, json: JSON.stringify({ detail: error }) };
  if (text) return { status: 200, body: content, type: 'text/plain; charset=utf-8' };
  const { context } = request;
  const brief = context.shapes.of(context.registry.get(model), 'brief');
  const shown = (await context.load(brief, [stored.id])).get(stored.id)!;
  return { status: 200, json: `{"configtemplate":${shown},"content":${JSON.stringify(content)}}` };
}
