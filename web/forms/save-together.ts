import type { TogetherAsked, TogetherRefusal, TogetherWritten } from '../../src/surfaces/bulk/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import type { ExtraStep } from './extras/form-extra.ts';
import type { Saving } from './save-object.ts';

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
    const written = await request<TogetherWritten>('/patchbay/together/', { method: 'POST', body: asked });
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
