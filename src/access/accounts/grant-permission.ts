import type { Queryable } from '#database/connect.ts';

export interface Grant {
  readonly userId: string;
  /** `dcim.add_site` */
  readonly permission: string;
  /** As in an object permission; null permits every object. */
  readonly constraints: unknown;
}

/**
 * Gives a user a permission of their own, as REMOTE_AUTH_DEFAULT_PERMISSIONS asks for; false where the name is none.
 */
export async function grantPermission(sql: Queryable, { userId, permission, constraints }: Grant): Promise<boolean> {
  const [, app, action, model] = /^(\w+)\.([a-z]+)_(\w+)$/.exec(permission) ?? [];
  if (!app || !action || !model) return false;
  const [type] = await sql.unsafe('select id from django_content_type where app_label = $1 and model = $2', [
    app,
    model,
  ]);
  if (!type) return false;
  const [made] = await sql.unsafe(
    `insert into users_objectpermission (name, description, enabled, actions, constraints)
     values ('', '', true, array[$1], $2::jsonb) returning id`,
    [action, constraints === null || constraints === undefined ? null : JSON.stringify(constraints)],
  );
  const id = made!.id as string;
  await sql.unsafe(
    'insert into users_objectpermission_object_types (objectpermission_id, contenttype_id) values ($1, $2)',
    [id, type.id as string],
  );
  await sql.unsafe('insert into users_user_object_permissions (user_id, objectpermission_id) values ($1, $2)', [
    userId,
    id,
  ]);
  return true;
}
