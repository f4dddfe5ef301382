import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { SessionUser } from './session.ts';

/** A user's preferences as NetBox keeps them, as far as lists read them; both programs share them. */
export interface UserConfig {
  readonly tables?: Readonly<Record<string, TablePreferences | undefined>>;
}

export interface TablePreferences {
  readonly columns?: readonly string[] | null;
}

/** The preferences of the user; none for a stranger. */
export const userConfigQuery = (user: SessionUser | null) =>
  queryOptions({
    queryKey: ['userConfig', user?.id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<UserConfig> =>
      user ? await request<UserConfig>('/api/users/config/', { signal }) : {},
  });
