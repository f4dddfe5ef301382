import type { BeginAsked, LoginBegun } from '../../src/sso/contract.ts';
import { request } from '../api/request.ts';

export interface Beginning extends BeginAsked {
  readonly provider: string;
  /** The token of `GET /patchbay/login/`. */
  readonly csrf: string;
}

/** Leaves for the provider; throws an ApiError where it can't be reached. */
export async function beginLogin({ provider, csrf, ...body }: Beginning): Promise<void> {
  const { url } = await request<LoginBegun>(`/oauth/begin/${encodeURIComponent(provider)}/`, {
    method: 'POST',
    body: body satisfies BeginAsked,
    headers: { 'X-CSRFToken': csrf },
  });
  window.location.assign(url);
}
