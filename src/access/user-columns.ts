import type { Settings } from '#base/settings.ts';
import { stateSql } from '#database/keeper.ts';
import { positionSql } from '#database/replicas.ts';
import type { User } from './identity.ts';
import { noPermissions, type PermissionSet, permissionSet } from './permission-set.ts';
import { revisionSql } from './settings-revision.ts';

/** A row selected with `userColumns`. */
export interface UserRow {
  user_id: string;
  username: string;
  password: string;
  first_name: string;
  last_name: string;
  email: string;
  is_superuser: string;
  is_active: string;
  groups: string | null;
  permissions: string | null;
  /** The database's state (#database/keeper.ts). */
  state: string | null;
  /** The settings' revision (settings-revision.ts). */
  revision: string | null;
  /** How far the database has written (#database/replicas.ts). */
  position: string | null;
}

/** The columns that tell who a user `u` is and what they may do, in one statement with whatever led to the user. */
export const userColumns = `
  u.id as user_id, u.username, u.password, u.first_name, u.last_name, u.email, u.is_superuser, u.is_active,
  (select string_agg(group_id::text, ',' order by group_id) from users_user_groups where user_id = u.id) as groups,
  case when not u.is_superuser then (
    select json_agg(json_build_array(p.actions, (
      select array_agg(c.app_label || '.' || c.model order by c.id)
      from users_objectpermission_object_types o
      join django_content_type c on c.id = o.contenttype_id
      where o.objectpermission_id = p.id
    ), p.constraints) order by p.id)::text
    from users_objectpermission p
    where p.enabled and p.id in (
      select objectpermission_id from users_user_object_permissions where user_id = u.id
      union all
      select gp.objectpermission_id
      from users_user_groups ug
      join users_group_object_permissions gp on gp.group_id = ug.group_id
      where ug.user_id = u.id
    )
  ) end as permissions,
  ${stateSql} as state, ${revisionSql} as revision, ${positionSql} as position`;

/** The user in a row, and what they may do. */
export function userOf(row: UserRow, settings: Settings): { user: User; permissions: PermissionSet } {
  const isSuperuser = row.is_superuser === 't';
  return {
    user: {
      id: row.user_id,
      username: row.username,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      isSuperuser,
      groupIds: row.groups?.split(',') ?? [],
    },
    permissions: isSuperuser ? noPermissions : permissionSet(row.permissions, settings.DEFAULT_PERMISSIONS),
  };
}
