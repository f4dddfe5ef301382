import type { Queryable } from '#database/connect.ts';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly is_superuser: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Whether the user is in it, or only in a group below it. */
  readonly direct: boolean;
}

/** A user with the groups, as claims and expressions see it. */
export interface UserRow {
  readonly id: number;
  readonly uuid: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly is_active: boolean;
  readonly type: string;
  readonly path: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly created: string;
  readonly last_login: string | null;
  readonly password_changed: string | null;
  readonly groups: readonly GroupRow[];
}

const statement = `
  with recursive membership (group_id, direct) as (
    select group_id, true from patchbay.identity_membership where user_id = $1
    union
    select p.parent_id, false from patchbay.identity_group_parent p join membership m on m.group_id = p.group_id
  )
  select jsonb_build_object(
    'id', u.id, 'uuid', u.uuid, 'username', u.username, 'name', u.name, 'email', u.email, 'is_active', u.is_active,
    'type', u.type, 'path', u.path, 'attributes', u.attributes, 'created', u.created, 'last_login', u.last_login,
    'password_changed', u.password_changed,
    'groups', coalesce((
      select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'is_superuser', g.is_superuser,
        'attributes', g.attributes, 'direct', d.direct) order by g.name)
      from (select group_id, bool_or(direct) as direct from membership group by group_id) d
      join patchbay.identity_group g on g.id = d.group_id), '[]'))::text as user
  from patchbay.identity_user u where u.id = $1`;

/** The user with the id and all groups, those above the user's own included; null where there is none. */
export async function findUser(sql: Queryable, id: string | number): Promise<UserRow | null> {
  if (!/^\d{1,18}$/.test(String(id))) return null;
  const [found] = await sql.unsafe<{ user: string }[]>(statement, [id], { prepare: true });
  return found ? (JSON.parse(found.user) as UserRow) : null;
}
