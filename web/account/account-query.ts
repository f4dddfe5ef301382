import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { Grant } from '../permissions/grant.ts';

/** `GET /patchbay/account/` */
export interface Account {
  readonly id: number;
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly is_superuser: boolean;
  readonly has_password: boolean;
  readonly date_joined: string | null;
  readonly last_login: string | null;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly grants: readonly Grant[];
}

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => request<Account>('/patchbay/account/', { signal }),
});
