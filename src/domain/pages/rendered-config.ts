import { HttpError } from '#base/http-error.ts';
import { renderObjectConfig } from '../templates/render-actions.ts';
import type { PageFact } from './page-fact.ts';

/** The object's rendered configuration with the template that made it: `{template, content}`, or `{error}`. */
export const renderedConfigFact: PageFact<'render-config'> = async (request) => {
  try {
    return await renderObjectConfig(request);
  } catch (error) {
    const body = error instanceof HttpError && error.status === 400 ? (error.body as { error?: string }) : undefined;
    if (body?.error) return { error: body.error };
    throw error;
  }
};
