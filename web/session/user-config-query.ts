import { queryOptions } from '@tanstack/react-query';
import type { SessionUser } from '../../src/surfaces/session/contract.ts';
import { request } from '../api/request.ts';
import { applyPreferences } from './apply-preferences.ts';

/** A user's preferences as NetBox keeps them, as far as the interface reads them; both programs share them. */
export interface UserConfig {
  readonly tables?: Readonly<Record<string, TablePreferences | undefined>>;
  readonly pagination?: { readonly per_page?: number | string | null };
  readonly ui?: { readonly tables?: { readonly striping?: unknown } };
  readonly locale?: { readonly language?: string | null };
  readonly csv_delimiter?: string;
  /** Ours alone. */
  readonly patchbay?: { readonly color_scheme?: string };
}

export interface TablePreferences {
  readonly columns?: readonly string[] | null;
  /** Widths of columns in pixels: ours alone. */
  readonly widths?: Readonly<Record<string, number | null>> | null;
}

/** The preferences of the user; none for a stranger. */
export const userConfigQuery = (user: SessionUser | null) =>
  queryOptions({
    queryKey: ['userConfig', user?.id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<UserConfig> => {
      const config = user ? await request<UserConfig>('/api/users/config/', { signal }) : {};
      applyPreferences(config);
      return config;
    },
  });
