import { randomText } from '#access/make-token.ts';
import type { Queryable } from '#database/connect.ts';
import type { Accounts, GroupRow, SocialLink } from './accounts.ts';
import { grantPermission } from './grant-permission.ts';
import type { LoginUser } from './login-user.ts';

const columns = 'id, username, first_name, last_name, email, is_active, is_superuser';
const linkColumns = 'id, user_id, provider, uid, extra_data';

/** The accounts that a transaction sees; the tables of logins must be there (login-tables.ts). */
export function sqlAccounts(sql: Queryable): Accounts {
  type Row = Record<string, string | null>;
  const rows = async (text: string, parameters: readonly (string | boolean | null)[] = []): Promise<Row[]> =>
    (await sql.unsafe(text, parameters as string[])) as unknown as Row[];
  const one = async (text: string, parameters: readonly (string | boolean | null)[]) =>
    (await rows(text, parameters))[0];
  const userIn = (row: Row | undefined): LoginUser | null => (row ? userOf(row) : null);
  const groupsIn = (found: Row[]) => found as unknown as GroupRow[];

  return {
    userById: async (id) => userIn(await one(`select ${columns} from users_user where id = $1`, [id])),
    userByName: async (name) => userIn(await one(`select ${columns} from users_user where username = $1`, [name])),
    usersByEmail: async (email) =>
      (await rows(`select ${columns} from users_user where lower(email) = lower($1) order by id`, [email])).map(userOf),

    async createUser({ username, email }) {
      // Django's mark of a password that nothing matches, different for each, as sessions are bound to it.
      const row = await one(
        `insert into users_user (password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
         values ($1, false, $2, '', '', $3, true, now()) returning ${columns}`,
        [`!${randomText(40)}`, username, email],
      );
      return userOf(row!);
    },

    async changeUser(user, changes) {
      const names = (Object.keys(changes) as (keyof typeof changes)[]).filter((name) => writable.has(name));
      if (names.length === 0) return user;
      const row = await one(
        `update users_user set ${names.map((name, n) => `${name} = $${n + 2}`).join(', ')} where id = $1 returning ${columns}`,
        [user.id, ...names.map((name) => changes[name]!)],
      );
      return userOf(row!);
    },

    groups: async () => groupsIn(await rows('select id, name from users_group order by name')),
    groupByName: async (name) =>
      groupsIn(await rows('select id, name from users_group where name = $1', [name]))[0] ?? null,
    async getOrCreateGroup(name) {
      const made = await rows(
        `insert into users_group (name, description) values ($1, '') on conflict (name) do nothing returning id, name`,
        [name],
      );
      const group = made[0] ?? (await one('select id, name from users_group where name = $1', [name]));
      return { group: group as unknown as GroupRow, created: made.length > 0 };
    },
    groupsOf: async (user) =>
      groupsIn(
        await rows(
          `select g.id, g.name from users_user_groups m join users_group g on g.id = m.group_id
           where m.user_id = $1 order by g.name`,
          [user.id],
        ),
      ),
    async addToGroup(user, group, provider) {
      const added = await rows(
        'insert into users_user_groups (user_id, group_id) values ($1, $2) on conflict do nothing returning id',
        [user.id, group.id],
      );
      if (added.length === 0) return;
      await rows(
        `insert into patchbay.login_membership (user_id, group_id, provider) values ($1, $2, $3) on conflict do nothing`,
        [user.id, group.id, provider],
      );
    },
    async removeFromGroup(user, group) {
      await rows('delete from users_user_groups where user_id = $1 and group_id = $2', [user.id, group.id]);
      await rows('delete from patchbay.login_membership where user_id = $1 and group_id = $2', [user.id, group.id]);
    },
    async groupsFrom(user, provider) {
      // A membership that somebody took away and gave again by hand is theirs, not ours: it has another row then, but
      // what is noted here can't tell. What is gone at present is forgotten, so that it can't be taken for ours later.
      await rows(
        `delete from patchbay.login_membership l where l.user_id = $1 and not exists
           (select 1 from users_user_groups m where m.user_id = l.user_id and m.group_id = l.group_id)`,
        [user.id],
      );
      return groupsIn(
        await rows(
          `select g.id, g.name from patchbay.login_membership l join users_group g on g.id = l.group_id
           where l.user_id = $1 and l.provider = $2 order by g.name`,
          [user.id, provider],
        ),
      );
    },
    grant: (user, permission, constraints) => grantPermission(sql, { userId: user.id, permission, constraints }),

    async link(provider, uid) {
      const row = await one(`select ${linkColumns} from social_auth_usersocialauth where provider = $1 and uid = $2`, [
        provider,
        uid,
      ]);
      return row ? linkOf(row) : null;
    },
    async createLink(user, provider, uid) {
      const row = await one(
        `insert into social_auth_usersocialauth (user_id, provider, uid, extra_data, created, modified)
         values ($1, $2, $3, '{}', now(), now()) returning ${linkColumns}`,
        [user.id, provider, uid],
      );
      return linkOf(row!);
    },
    async keepExtraData(link, data) {
      const row = await one(
        `update social_auth_usersocialauth
         set extra_data = case jsonb_typeof(extra_data) when 'object' then extra_data else '{}' end || $2::jsonb, modified = now()
         where id = $1 returning ${linkColumns}`,
        [link.id, JSON.stringify(data)],
      );
      return linkOf(row!);
    },
  };
}

const writable: ReadonlySet<string> = new Set([
  'username',
  'first_name',
  'last_name',
  'email',
  'is_active',
  'is_superuser',
]);

const userOf = (row: Record<string, string | null>): LoginUser => ({
  ...(row as unknown as LoginUser),
  is_active: row.is_active === 't',
  is_superuser: row.is_superuser === 't',
});

const linkOf = (row: Record<string, string | null>): SocialLink => ({
  id: row.id!,
  userId: row.user_id!,
  provider: row.provider!,
  uid: row.uid!,
  extraData: asObject(JSON.parse(row.extra_data ?? '{}')),
});

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
