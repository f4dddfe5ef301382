import { request } from '../api/request.ts';

export interface Beginning {
  readonly provider: string;
  /** The token of `GET /patchbay/login/`. */
  readonly csrf: string;
  /** Where to go afterwards. */
  readonly next: string;
  /** Asks for the name again, whoever the provider knows. */
  readonly again?: boolean;
  readonly purpose?: 'login' | 'link' | 'test';
}

/** Leaves for the provider; throws an ApiError where it can't be reached. */
export async function beginLogin({ provider, csrf, ...body }: Beginning): Promise<void> {
  const { url } = await request<{ url: string }>(`/oauth/begin/${encodeURIComponent(provider)}/`, {
    method: 'POST',
    body,
    headers: { 'X-CSRFToken': csrf },
  });
  window.location.assign(url);
}
