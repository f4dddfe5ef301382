import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** `GET /patchbay/sso/` */
export interface SingleSignOn {
  readonly providers: readonly SsoProvider[];
  readonly refused: readonly RefusedLogin[];
  readonly links: readonly AccountLink[];
  readonly test: TestLogin | null;
}

export interface SsoProvider {
  readonly name: string;
  readonly label: string;
  readonly problem: string | null;
  readonly endpoint: string | null;
  readonly client_id: string;
  readonly scope: readonly string[];
  readonly claims: Readonly<Record<string, string>>;
  readonly redirect_uri: string;
  readonly back_channel_logout_uri: string;
  readonly pipeline: readonly string[];
}

export interface RefusedLogin {
  readonly provider: string;
  readonly uid: string;
  readonly username: string | null;
  readonly email: string | null;
  readonly outcome: string;
  readonly at: string;
}

export interface AccountLink {
  readonly id: number;
  readonly username: string;
  readonly provider: string;
  readonly uid: string;
  readonly created: string;
}

export interface TestLogin {
  readonly provider: string;
  readonly at: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly refused: string | null;
  readonly user: { readonly username: string; readonly email: string; readonly is_superuser: boolean } | null;
  readonly isNew: boolean;
  readonly newLink: boolean;
  readonly uid: string | null;
  readonly groups: readonly string[];
}

export const ssoQuery = queryOptions({
  queryKey: ['sso'],
  staleTime: 0,
  queryFn: ({ signal }) => request<SingleSignOn>('/patchbay/sso/', { signal }),
});
