import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** `GET /patchbay/login/` */
export interface LoginFacts {
  /** The token that beginning a login at a provider needs. */
  readonly csrf: string;
  readonly providers: readonly LoginProvider[];
  /** What became of the last try; told once. */
  readonly notice: LoginNotice | null;
}

export interface LoginProvider {
  readonly name: string;
  readonly label: string;
  readonly icon: string | null;
  /** Why nobody can log in with it. */
  readonly problem: string | null;
}

export interface LoginNotice {
  readonly kind: 'denied' | 'expired' | 'failed' | 'unavailable' | 'refused' | 'untrusted' | 'misconfigured';
  readonly message: string;
}

export const loginFactsQuery = queryOptions({
  queryKey: ['session', 'login'],
  // A notice is told once: it is kept as long as the page is.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  queryFn: ({ signal }) => request<LoginFacts>('/patchbay/login/', { signal }),
});
