import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { makeToken, type NewToken, randomText } from './make-token.ts';

export interface TokenFacts {
  readonly userId: string | number;
  /** 2 unless said. */
  readonly version?: 1 | 2;
  readonly description?: string;
  /** A time in a form that PostgreSQL reads. */
  readonly expires?: string | null;
  readonly enabled?: boolean;
  readonly writeEnabled?: boolean;
  /** Networks; bits behind the mask are cleared. */
  readonly allowedIps?: readonly string[] | null;
}

/** What is known of a token only when it is made. */
export interface MadeToken {
  readonly id: string;
  readonly key: string | null;
  /** What the answer tells once: the 40 characters behind the key, or those of a v1 token. */
  readonly secret: string;
}

/** A new token's columns with its secret, for whoever stores it. NetBox's alphabet: letters and digits, also for v1. */
export function randomToken(
  version: 1 | 2,
  { API_TOKEN_PEPPERS: peppers }: Pick<Settings, 'API_TOKEN_PEPPERS'>,
): NewToken & { readonly secret: string } {
  const secret = randomText(40);
  if (version === 2) return { ...makeToken(`nbt_${randomText(12)}.${secret}`, peppers), secret };
  const columns = { version, plaintext: secret, key: null, pepper_id: null, hmac_digest: null } as const;
  return { ...columns, shown: `Token ${secret}`, secret };
}

/** Makes a token. Its secret is in the answer, and nowhere else where it is a v2 one. */
export async function createToken(
  sql: Queryable,
  settings: Pick<Settings, 'API_TOKEN_PEPPERS'>,
  { userId, version = 2, ...facts }: TokenFacts,
): Promise<MadeToken> {
  const token = randomToken(version, settings);
  const [row] = await sql.unsafe(
    `insert into users_token (user_id, version, plaintext, key, pepper_id, hmac_digest, description, created, expires,
       enabled, write_enabled, allowed_ips)
     values ($1, $2, $3, $4, $5, $6, $7, now(), $8, $9, $10,
       case when $11::text[] is not null then array(select network(ip::inet)::cidr from unnest($11::text[]) ip) end)
     returning id`,
    [
      userId,
      version,
      token.plaintext,
      token.key,
      token.pepper_id,
      token.hmac_digest,
      facts.description ?? '',
      facts.expires ?? null,
      facts.enabled ?? true,
      facts.writeEnabled ?? true,
      facts.allowedIps ? `{${facts.allowedIps.join(',')}}` : null,
    ],
  );
  return { id: row!.id as string, key: token.key, secret: token.secret };
}
