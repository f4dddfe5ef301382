import type { Queryable } from '#database/connect.ts';

const statement = `
  with recursive membership (group_id) as (
    select group_id from patchbay.identity_membership where user_id = $2
    union
    select p.parent_id from patchbay.identity_group_parent p join membership m on m.group_id = p.group_id
  ), bound (met) as (
    select exists (select from membership m where m.group_id = b.group_id)
    from patchbay.identity_application_group b where b.application_id = $1
    union all
    select b.user_id = $2 from patchbay.identity_application_user b where b.application_id = $1
  )
  select case when a.policy_engine_mode = 'all' then coalesce(bool_and(met), true)
    else coalesce(bool_or(met), true) end as allowed
  from patchbay.identity_application a left join bound on true where a.id = $1 group by a.policy_engine_mode`;

/**
 * Whether a user may use an application: anybody may where nothing is bound to it, else whoever is or is in one of the
 * bound users and groups (`all`: in every one). A group below a bound one counts.
 */
export async function mayUse(sql: Queryable, applicationId: string, userId: string | number): Promise<boolean> {
  const [row] = await sql.unsafe<{ allowed: string }[]>(statement, [applicationId, userId], { prepare: true });
  return row?.allowed === 't';
}
