import { HttpError } from '#base/http-error.ts';
import type { Model } from '#registry/model.ts';

/**
 * Refuses to leave a bulk request to a job (`?background=true`), in the words of a NetBox that has no worker: no job
 * here writes on a request's behalf. Requests for one object are answered at once, whatever they ask.
 */
export function refuseBackground({
  model,
  body,
  query,
  ifMatch,
}: {
  model: Model;
  body: unknown;
  query: URLSearchParams;
  ifMatch: string | undefined;
}): void {
  if (!Array.isArray(body) || query.get('background')?.toLowerCase() !== 'true') return;
  if (model.background === false)
    throw new HttpError(400, { detail: 'Background processing is not supported for this endpoint.' });
  if (ifMatch !== undefined)
    throw new HttpError(400, ['The If-Match header is not supported with background processing.']);
  throw new HttpError(503, { detail: 'Unable to process request: RQ worker process not running.' });
}
