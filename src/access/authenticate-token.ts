import { timingSafeEqual } from 'node:crypto';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { AccessError } from './access-error.ts';
import { addressAllowed } from './address-allowed.ts';
import { clientAddress, type RequestFacts } from './client-address.ts';
import type { Identity } from './identity.ts';
import { type GivenToken, parseAuthorization } from './parse-authorization.ts';
import { tokenDigest } from './token-digest.ts';
import { type UserRow, userColumns, userOf } from './user-columns.ts';

interface TokenRow extends UserRow {
  id: string;
  pepper_id: string | null;
  hmac_digest: string | null;
  allowed_ips: string | null;
  enabled: string;
  write_enabled: string;
  expired: string | null;
  note_due: string;
}

const select = `
  select t.id, t.pepper_id, t.hmac_digest, t.allowed_ips, t.enabled, t.write_enabled, t.expires <= now() as expired,
    (t.last_used is null or t.last_used < now() - interval '1 minute') as note_due, ${userColumns}
  from users_token t join users_user u on u.id = t.user_id
  where `;
const statements = { 1: `${select} t.version = 1 and t.plaintext = $1`, 2: `${select} t.version = 2 and t.key = $1` };

/** Whoever the request's token belongs to, or null where it has none. Throws an AccessError where it is refused. */
export async function authenticateToken(sql: Sql, settings: Settings, request: RequestFacts): Promise<Identity | null> {
  const given = parseAuthorization(request.headers.authorization);
  if (!given) return null;
  const name = given.version === 1 ? given.secret : given.key;
  const [row] = name.includes('\0')
    ? []
    : await sql.unsafe<TokenRow[]>(statements[given.version], [name], { prepare: true });

  // In the order in which NetBox looks: what is refused first is what the client is told.
  if (!row || !secretMatches(given, row, settings)) throw new AccessError(`invalidV${given.version}Token`);
  checkAddress(row, settings, request);
  if (row.enabled !== 't') throw new AccessError('tokenDisabled');
  if (row.expired === 't') throw new AccessError('tokenExpired');
  const noted = row.note_due === 't' && !settings.MAINTENANCE_MODE ? noteUse(sql, row.id) : null;
  if (row.is_active !== 't') throw new AccessError('userInactive');

  return {
    ...userOf(row, settings),
    token: { id: row.id, version: given.version, writeEnabled: row.write_enabled === 't', noted },
    session: null,
    state: row.state ?? undefined,
    revision: row.revision ?? '',
    position: row.position ?? undefined,
  };
}

function secretMatches(given: GivenToken, row: TokenRow, settings: Settings): boolean {
  if (given.version === 1) return true;
  const digest = tokenDigest(given.secret, Number(row.pepper_id), settings);
  const stored = Buffer.from(row.hmac_digest ?? '');
  return digest?.length === stored.length && timingSafeEqual(Buffer.from(digest), stored);
}

function checkAddress(row: TokenRow, settings: Settings, request: RequestFacts): void {
  if (row.allowed_ips === null || row.allowed_ips === '{}') return;
  const address = clientAddress(request, settings);
  if (address === null) throw new AccessError('unknownAddress');
  if (!addressAllowed(address, row.allowed_ips)) throw new AccessError('addressNotAllowed', { address });
}

/** A note that a crash may lose need not wait for the disk. */
const noteStatement = `
  update users_token set last_used = now()
  where id = $1 and set_config('synchronous_commit', 'off', true) is not null`;

/** Runs beside the request. A replica, or a token deleted meanwhile, has no note to take. */
async function noteUse(sql: Sql, id: string): Promise<void> {
  await sql.unsafe(noteStatement, [id], { prepare: true }).catch(() => {});
}
