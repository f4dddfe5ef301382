import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Settings } from '#base/settings.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import { AccessError } from './access-error.ts';
import { giveDefaultGroups, giveDefaultPermissions } from './accounts/give-defaults.ts';
import type { LoginUser } from './accounts/login-user.ts';
import { sqlAccounts } from './accounts/sql-accounts.ts';
import { syncGroups } from './accounts/sync-groups.ts';
import type { Authentication } from './authenticate.ts';
import type { Identity } from './identity.ts';
import { logIn } from './log-in.ts';
import { loginTables } from './login-tables.ts';
import { isSecure, sessionCookie } from './session-cookie.ts';
import { sessionOrigin } from './session-origin.ts';

const backend = 'netbox.authentication.RemoteUserBackend';

/** What a request's header came to: `silent` where there is none, or where it says what the session says already. */
export type HeaderLogin = 'silent' | 'unknown' | { readonly key: string; readonly cookie: string };

/**
 * Whoever the proxy before us vouches for (REMOTE_AUTH_HEADER): a session is begun for them, unless the request's own
 * is theirs; `unknown` where nobody active here has the name. Throws where anybody but a trusted proxy sends the header.
 */
export async function authenticateHeader(
  { sql, settings, request }: Authentication,
  present: Identity | null,
): Promise<HeaderLogin> {
  if (!settings.REMOTE_AUTH_ENABLED || ![settings.REMOTE_AUTH_BACKEND].flat().includes(backend)) return 'silent';
  const header = (variable: string): string => {
    const value = request.headers[headerName(variable)];
    return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim();
  };
  const username = header(settings.REMOTE_AUTH_HEADER);
  if (username === '') return 'silent';
  if (!isTrusted(request.address, settings))
    throw new AccessError('untrustedProxy', { header: headerName(settings.REMOTE_AUTH_HEADER) });
  if (present?.user?.username === username) return 'silent';

  await loginTables(sql);
  const key = await begin(sql, async (transaction) => {
    const user = await remoteUser(transaction, { settings, username, header });
    if (!user?.is_active) return null;
    const [row] = await transaction.unsafe('select password from users_user where id = $1', [user.id]);
    return logIn(transaction, settings, {
      userId: user.id,
      passwordHash: row!.password as string,
      backend,
      origin: { ...sessionOrigin(request, settings), provider: 'header' },
      replaces: present?.session?.key,
    });
  });
  return key === null ? 'unknown' : { key, cookie: sessionCookie(key, settings, isSecure(request.headers)) };
}

interface Remote {
  readonly settings: Settings;
  readonly username: string;
  header(variable: string): string;
}

/** Two requests of somebody new at once make their account twice: the second try finds it. */
async function begin<T>(sql: Sql, work: (transaction: Queryable) => Promise<T>): Promise<T> {
  const attempt = async () => (await sql.begin((transaction) => work(transaction as unknown as Queryable))) as T;
  return attempt().catch((error: unknown) => {
    if ((error as { code?: string }).code !== '23505') throw error;
    return attempt();
  });
}

/** The account with the name, as the settings let it be made and changed; null where there is none. */
async function remoteUser(sql: Queryable, { settings, username, header }: Remote): Promise<LoginUser | null> {
  if (username.length > 150 || username.includes('\0')) return null;
  const accounts = sqlAccounts(sql);
  let user = await accounts.userByName(username);
  if (!user && settings.REMOTE_AUTH_AUTO_CREATE_USER) {
    user = await accounts.createUser({ username, email: '' });
    if (!settings.REMOTE_AUTH_GROUP_SYNC_ENABLED) {
      await giveDefaultGroups(accounts, settings, user);
      await giveDefaultPermissions(accounts, settings, user);
    }
  }
  if (!user?.is_active) return user;
  const told = {
    first_name: header(settings.REMOTE_AUTH_USER_FIRST_NAME).slice(0, 150),
    last_name: header(settings.REMOTE_AUTH_USER_LAST_NAME).slice(0, 150),
    email: header(settings.REMOTE_AUTH_USER_EMAIL).slice(0, 254),
  };
  const changes = Object.entries(told).filter(
    ([name, value]) => value !== '' && value !== user![name as keyof typeof told],
  );
  if (changes.length > 0) user = await accounts.changeUser(user, Object.fromEntries(changes));
  if (!settings.REMOTE_AUTH_GROUP_SYNC_ENABLED) return user;
  const names = header(settings.REMOTE_AUTH_GROUP_HEADER)
    .split(settings.REMOTE_AUTH_GROUP_SEPARATOR || '|')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 150);
  // NetBox's rule for headers: the user is in the groups that the header names, and in no other.
  return (await syncGroups({ accounts, settings, user, names: [...new Set(names)], provider: 'header', takes: 'all' }))
    .user;
}

/** `HTTP_REMOTE_USER`, as NetBox's settings name headers, is `remote-user`. */
const headerName = (variable: string): string =>
  variable
    .replace(/^HTTP_/, '')
    .replaceAll('_', '-')
    .toLowerCase();

/** REMOTE_AUTH_TRUSTED_PROXIES, asked of the address at the other end of the connection: headers tell nothing here. */
function isTrusted(address: string | undefined, { REMOTE_AUTH_TRUSTED_PROXIES: networks }: Settings): boolean {
  const plain = address?.replace(/^::ffff:(?=[\d.]+$)/i, '') ?? '';
  if (isIP(plain) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', length] = network.split('/');
    const family = isIPv6(base) ? 'ipv6' : 'ipv4';
    list.addSubnet(base, Number(length ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
