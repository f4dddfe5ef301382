import type { Constraints } from '#base/constraints-contract.ts';
import type { Queryable } from '#database/connect.ts';
import type { Grant } from './contract.ts';

/** Who holds permissions, by key. */
export type Holder = { readonly user: string } | { readonly group: string };

const columns = `
  p.id, p.name, p.description, to_json(p.actions)::text as actions, p.constraints, (
    select coalesce(json_agg(c.app_label || '.' || c.model order by c.app_label, c.model), '[]')::text
    from users_objectpermission_object_types o join django_content_type c on c.id = o.contenttype_id
    where o.objectpermission_id = p.id
  ) as types`;

const ofUser = `
  select ${columns},
    exists (select from users_user_object_permissions u where u.user_id = $1 and u.objectpermission_id = p.id) as direct,
    (
      select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name), '[]')::text
      from users_group_object_permissions gp
      join users_user_groups ug on ug.group_id = gp.group_id
      join users_group g on g.id = gp.group_id
      where ug.user_id = $1 and gp.objectpermission_id = p.id
    ) as groups
  from users_objectpermission p
  where p.enabled and p.id in (
    select objectpermission_id from users_user_object_permissions where user_id = $1
    union all
    select gp.objectpermission_id from users_group_object_permissions gp
    join users_user_groups ug on ug.group_id = gp.group_id where ug.user_id = $1
  ) order by p.name, p.id`;

const ofGroup = `
  select ${columns}, true as direct, '[]' as groups
  from users_objectpermission p
  join users_group_object_permissions gp on gp.objectpermission_id = p.id
  where p.enabled and gp.group_id = $1 order by p.name, p.id`;

/**
 * The enabled permissions of a user, their own and their groups', or of a group; for users, what DEFAULT_PERMISSIONS
 * gives everybody comes last.
 */
export async function grantsOf(
  sql: Queryable,
  holder: Holder,
  defaults: Readonly<Record<string, Constraints>>,
): Promise<readonly Grant[]> {
  const rows = 'user' in holder ? await sql.unsafe(ofUser, [holder.user]) : await sql.unsafe(ofGroup, [holder.group]);
  const grants = rows.map(
    (row): Grant => ({
      id: Number(row.id),
      name: row.name as string,
      description: row.description as string,
      objectTypes: JSON.parse(row.types as string) as string[],
      actions: JSON.parse(row.actions as string) as string[],
      constraints: row.constraints === null ? null : (JSON.parse(row.constraints as string) as Constraints),
      direct: row.direct === 't',
      groups: JSON.parse(row.groups as string) as Grant['groups'],
    }),
  );
  return 'user' in holder ? [...grants, ...defaultGrants(defaults)] : grants;
}

/** `extras.view_bookmark: [{…}]` of the settings as grants; a name that is no permission's is left out. */
function defaultGrants(defaults: Readonly<Record<string, Constraints>>): Grant[] {
  const actions = new Map<string, { type: string; actions: string[]; constraints: Constraints }>();
  for (const [name, constraints] of Object.entries(defaults)) {
    const [, app, action, model] = /^([a-z_]+)\.([a-z_]+)_([a-z0-9]+)$/.exec(name) ?? [];
    if (!app || !action || !model) continue;
    const type = `${app}.${model}`;
    const key = `${type} ${JSON.stringify(constraints)}`;
    const known = actions.get(key) ?? { type, actions: [], constraints };
    known.actions.push(action);
    actions.set(key, known);
  }
  const alike = new Map<string, { type: string; actions: string[]; constraints: Constraints }[]>();
  for (const one of actions.values()) {
    const key = JSON.stringify([one.actions, one.constraints]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].map((members) => ({
    id: null,
    name: 'DEFAULT_PERMISSIONS',
    description: '',
    objectTypes: members.map(({ type }) => type),
    actions: members[0]!.actions,
    constraints: members[0]!.constraints,
    direct: false,
    groups: [],
  }));
}
