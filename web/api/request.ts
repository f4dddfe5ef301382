import { text } from '../texts/text.ts';
import { ApiError } from './api-error.ts';
import { basePath } from './base-path.ts';
import { csrf } from './csrf.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a form with files as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told what came beside the answer: an ETag, say. */
  readonly onHeaders?: (headers: Headers) => void;
  readonly signal?: AbortSignal;
}

/** Asks the server at a path such as `/api/dcim/sites/` and gives its JSON; throws an ApiError otherwise. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET', body, signal } = options;
  // Whole: with the fields that NetBox's pages have and its API has not.
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Patchbay-Whole': 'yes', ...options.headers };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-CSRFToken'] ??= csrf.token;
  const response = await fetch(basePath + path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, { detail: text('error.network') });
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(response.status, answer);
  options.onHeaders?.(response.headers);
  return answer as T;
}
