import { HttpError } from '#base/http-error.ts';
import type { Sql } from '#database/connect.ts';
import type { AccountLink, LinkAsked } from '../contract.ts';

type Row = Readonly<Record<string, string>>;
const linkOf = (row: Row): AccountLink => ({
  id: Number(row.id),
  username: row.username!,
  provider: row.provider!,
  uid: row.uid!,
  created: row.created!,
});

/** Which accounts belong to whom at the providers, the latest first. */
export async function links(sql: Sql): Promise<readonly AccountLink[]> {
  const rows = await sql.unsafe(
    `select l.id, u.username, l.provider, l.uid, to_json(l.created) #>> '{}' as created
     from social_auth_usersocialauth l join users_user u on u.id = l.user_id order by l.id desc limit 500`,
  );
  return (rows as unknown as Row[]).map(linkOf);
}

/** Links an account to somebody at a provider. Throws 400 keyed by field, and 409 where the link is another's. */
export async function createLink(sql: Sql, { username, provider, uid }: LinkAsked): Promise<AccountLink> {
  const [user] = await sql.unsafe('select id from users_user where username = $1', [username]);
  if (!user) throw new HttpError(400, { username: [`There is no user "${username}".`] });
  const [row] = await sql.unsafe(
    `insert into social_auth_usersocialauth (user_id, provider, uid, extra_data, created, modified)
     values ($1, $2, $3, '{}', now(), now()) on conflict do nothing returning id, provider, uid, to_json(created) #>> '{}' as created`,
    [user.id as string, provider, uid],
  );
  if (!row) throw new HttpError(409, 'That login is linked to an account already.');
  return linkOf({ ...(row as Row), username });
}

/** Takes a link away; false where there is none. */
export async function deleteLink(sql: Sql, id: string): Promise<boolean> {
  return (await sql.unsafe('delete from social_auth_usersocialauth where id = $1 returning id', [id])).length > 0;
}
