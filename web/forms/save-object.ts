import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import type { Body } from './write-body.ts';

export interface Saving {
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
