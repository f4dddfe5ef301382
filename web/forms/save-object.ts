import type { TogetherAsked, TogetherRefusal } from '../../src/surfaces/bulk/contract.ts';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import type { ExtraStep } from './extras/form-extra.ts';
import type { Body } from './write-body.ts';

interface Saving {
  readonly model: ModelSummary;
  readonly body: Body;
  readonly message: string;
  /** The object that is changed, and the ETag that it had; absent for a new one. */
  readonly changed?: { readonly id: number; readonly etag: string | undefined } | undefined;
  /** Fields without which REST makes no object: files among them go along with the rest. */
  readonly required: readonly string[];
}

/** Makes or changes one object; its pictures follow by a request of their own, where it can be without them. */
export async function saveObject({ model, body, message, changed, required }: Saving): Promise<RestObject> {
  const path = changed ? `/api/${model.api}/${changed.id}/` : `/api/${model.api}/`;
  const method = changed ? 'PATCH' : 'POST';
  const headers: Record<string, string> = changed?.etag ? { 'If-Match': changed.etag } : {};
  const json = message ? { ...body.json, changelog_message: message } : body.json;
  const files = Object.entries(body.files);
  if (files.some(([name]) => required.includes(name)))
    return request<RestObject>(path, { method, headers, body: asForm({ ...json, ...body.files }) });
  const saved =
    Object.keys(body.json).length > 0 || !changed || files.length === 0
      ? await request<RestObject>(path, { method, headers, body: json })
      : undefined;
  if (files.length === 0) return saved!;
  const id = saved?.id ?? changed!.id;
  try {
    return await request<RestObject>(`/api/${model.api}/${id}/`, { method: 'PATCH', body: asForm(body.files) });
  } catch (error) {
    if (!saved || changed) throw error;
    throw new PictureRefused(saved, error as Error);
  }
}

interface SavingTogether extends Pick<Saving, 'model' | 'body' | 'message' | 'changed'> {
  readonly steps: readonly ExtraStep[];
  readonly apiOf: (model: string) => string;
}

/**
 * Makes or changes one object and writes others along with it, all or none; undefined where it is itself left as it was.
 * What is refused of another object is thrown at the form's fields that it was made of.
 */
export async function saveTogether({ model, body, message, changed, steps, apiOf }: SavingTogether) {
  const noted = (json: Readonly<Record<string, unknown>>) => (message ? { ...json, changelog_message: message } : json);
  const isWritten = !changed || Object.keys(body.json).length > 0;
  const own = changed
    ? { model: model.api, id: changed.id, body: noted(body.json), ...(changed.etag ? { ifMatch: changed.etag } : {}) }
    : { model: model.api, body: noted(body.json) };
  const others = steps.map(({ fields: _, ...step }) => ({ ...step, model: apiOf(step.model), body: noted(step.body) }));
  try {
    const asked: TogetherAsked = { steps: isWritten ? [own, ...others] : others };
    const written = await request<readonly RestObject[]>('/patchbay/together/', { method: 'POST', body: asked });
    return isWritten ? written[0] : undefined;
  } catch (error) {
    if (!(error instanceof ApiError) || !isRefusal(error.body)) throw error;
    const { step, errors } = error.body;
    const names = steps[isWritten ? step - 1 : step]?.fields ?? {};
    throw new ApiError(error.status, renamed(errors, names));
  }
}

const isRefusal = (body: unknown): body is TogetherRefusal =>
  typeof body === 'object' && body !== null && 'step' in body && 'errors' in body;

function renamed(errors: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof errors !== 'object' || errors === null || Array.isArray(errors)) return errors;
  return Object.fromEntries(Object.entries(errors).map(([name, told]) => [names[name] ?? name, told]));
}

/** Makes many objects at once, all or none. */
export function saveMany(
  model: ModelSummary,
  { bodies, message }: { bodies: readonly Body[]; message: string },
): Promise<readonly RestObject[]> {
  const body = bodies.map(({ json }) => (message ? { ...json, changelog_message: message } : json));
  return request<readonly RestObject[]>(`/api/${model.api}/`, { method: 'POST', body });
}

/** The object was made, and its picture was not taken. */
export class PictureRefused extends Error {
  readonly made: RestObject;

  constructor(made: RestObject, cause: Error) {
    super(cause.message, { cause });
    this.made = made;
  }
}

function asForm(values: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof File) form.append(name, value);
    else if (Array.isArray(value)) for (const one of value) form.append(name, String(one));
    else form.append(name, value === null ? '' : String(value));
  }
  return form;
}
