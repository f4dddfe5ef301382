import type { Queryable } from '#database/connect.ts';
import type { ExpressionLookups, GroupGiven, UserGiven } from '#identity/expressions/expression-given.ts';
import { findEntitlements } from '#identity/rows/find-entitlements.ts';
import { findMeans } from '#identity/rows/find-means.ts';
import { findUser, type UserRow } from '#identity/rows/user-row.ts';

/** How many objects an expression gets at most, whatever it asks for. */
const most = 1000;

const userColumns = ['id', 'uuid', 'username', 'name', 'email', 'is_active', 'type', 'path'];
const groupColumns = ['id', 'name', 'is_superuser'];
const groups = `select jsonb_build_object('id', g.id, 'name', g.name, 'is_superuser', g.is_superuser, 'attributes', g.attributes)::text as told
  from patchbay.identity_group g`;

/** A user as expressions see them. */
export const givenUser = (user: UserRow, hashedId: (user: UserRow) => string): UserGiven => ({
  ...user,
  uid: hashedId(user),
  date_joined: user.created,
  password_change_date: user.password_changed,
});

/** What expressions may look up, from the database. */
export function expressionLookups(sql: Queryable, hashedId: (user: UserRow) => string): ExpressionLookups {
  const usersOf = async (condition: string, parameters: string[]): Promise<UserGiven[]> => {
    const rows = await sql.unsafe<{ id: string }[]>(
      `select u.id from patchbay.identity_user u where ${condition} order by u.id limit ${most}`,
      parameters,
    );
    const users = await Promise.all(rows.map(({ id }) => findUser(sql, id)));
    return users.filter((user) => user !== null).map((user) => givenUser(user, hashedId));
  };
  const groupsOf = async (condition: string, parameters: string[]): Promise<GroupGiven[]> => {
    const rows = await sql.unsafe<{ told: string }[]>(
      `${groups} where ${condition} order by g.name limit ${most}`,
      parameters,
    );
    return rows.map(({ told }) => JSON.parse(told) as GroupGiven);
  };
  const parentage = 'patchbay.identity_group_parent p';
  return {
    users: (exact) => usersOf(...exactly('u', userColumns, exact)),
    groups: (exact) => groupsOf(...exactly('g', groupColumns, exact)),
    groupUsers: (id) =>
      usersOf('exists (select from patchbay.identity_membership m where m.user_id = u.id and m.group_id::text = $1)', [
        id,
      ]),
    groupParents: (id) =>
      groupsOf(`exists (select from ${parentage} where p.parent_id = g.id and p.group_id::text = $1)`, [id]),
    groupChildren: (id) =>
      groupsOf(`exists (select from ${parentage} where p.group_id = g.id and p.parent_id::text = $1)`, [id]),
    entitlements: async (user, application) => {
      if (application !== null) return findEntitlements(sql, application, user);
      const rows = await sql.unsafe<{ id: string }[]>('select id from patchbay.identity_application');
      return (await Promise.all(rows.map(({ id }) => findEntitlements(sql, id, user)))).flat();
    },
    authenticators: async (user) => {
      const { codes, passkeys } = await findMeans(sql, user);
      const recovery = await sql.unsafe('select from patchbay.identity_recovery_code where user_id = $1 limit 1', [
        user,
      ]);
      return { totp: codes, webauthn: passkeys, static: recovery.length > 0 };
    },
  };
}

/** Conditions for exact values; those that are no columns are left to whoever asked, who checks every row again. */
function exactly(
  table: string,
  columns: readonly string[],
  exact: Readonly<Record<string, unknown>>,
): [string, string[]] {
  const parameters: string[] = [];
  const conditions = Object.entries(exact).flatMap(([name, value]) => {
    if (!columns.includes(name) || !['string', 'number', 'boolean'].includes(typeof value)) return [];
    return [`${table}.${name}::text = $${parameters.push(String(value))}`];
  });
  return [conditions.join(' and ') || 'true', parameters];
}
