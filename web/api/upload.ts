import { ApiError } from './api-error.ts';
import { basePath } from './base-path.ts';
import { csrf } from './csrf.ts';

/** Sends a form with files to a path such as `/api/extras/image-attachments/`; throws an ApiError where it is refused. */
export async function upload(path: string, form: FormData, method: 'POST' | 'PATCH' = 'POST'): Promise<unknown> {
  const response = await fetch(basePath + path, {
    method,
    headers: { Accept: 'application/json', 'X-CSRFToken': csrf.token },
    credentials: 'same-origin',
    body: form,
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}
