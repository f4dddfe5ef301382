import type { Queryable } from '#database/connect.ts';

export interface EntitlementRow {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const statement = `
  with recursive membership (group_id) as (
    select group_id from patchbay.identity_membership where user_id = $2
    union
    select p.parent_id from patchbay.identity_group_parent p join membership m on m.group_id = p.group_id
  )
  select e.name, e.attributes from patchbay.identity_entitlement e
  where e.application_id = $1 and (
    exists (select from patchbay.identity_entitlement_user u where u.entitlement_id = e.id and u.user_id = $2)
    or exists (select from patchbay.identity_entitlement_group g join membership m on m.group_id = g.group_id
      where g.entitlement_id = e.id))
  order by e.name`;

/** The entitlements that a user has in an application, by themselves or through a group. */
export async function findEntitlements(
  sql: Queryable,
  applicationId: string,
  userId: string | number,
): Promise<EntitlementRow[]> {
  const rows = await sql.unsafe<{ name: string; attributes: string }[]>(statement, [applicationId, userId], {
    prepare: true,
  });
  return rows.map(({ name, attributes }) => ({ name, attributes: JSON.parse(attributes) }));
}
