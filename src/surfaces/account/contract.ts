/** What the interface is told of one's own account. */
import type { Grant, GroupName } from '#access/contract.ts';

/** `GET /patchbay/account/` */
export interface Account {
  readonly id: number;
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly is_superuser: boolean;
  /** An account made by single sign-on has no password that could be changed here. */
  readonly has_password: boolean;
  readonly date_joined: string | null;
  readonly last_login: string | null;
  readonly groups: readonly GroupName[];
  readonly grants: readonly Grant[];
}

/** `GET /patchbay/account/unread/` */
export interface Unread {
  readonly unread: number;
}
