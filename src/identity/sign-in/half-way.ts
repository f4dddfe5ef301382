import { randomBytes } from 'node:crypto';
import type { Queryable } from '#database/connect.ts';
import { digestOf } from '#identity/secret-box.ts';

/** Somebody who is signing in and has not shown everything yet. */
export interface HalfWay {
  /** Whose password was right; null where nobody has been told yet. */
  readonly userId: string | null;
  /** What has been shown, by the names of RFC 8176. */
  readonly methods: readonly string[];
  /** What a passkey is to sign. */
  readonly challenge: string | null;
}

/** How long the second step may take, in seconds. */
export const halfWayAge = 600;

/** What the cookie stands for; null where it stands for nothing any more. */
export async function findHalfWay(sql: Queryable, cookie: string | undefined): Promise<HalfWay | null> {
  if (!cookie) return null;
  const [row] = await sql.unsafe<{ user_id: string | null; methods: string; challenge: string | null }[]>(
    'select user_id, methods, challenge from patchbay.identity_sign_in where digest = $1 and expires > now()',
    [digestOf(cookie)],
  );
  return row ? { userId: row.user_id, methods: JSON.parse(row.methods), challenge: row.challenge } : null;
}

/** Keeps how far somebody has come, in place of what was kept before; returns the cookie that stands for it. */
export async function keepHalfWay(sql: Queryable, cookie: string | undefined, state: HalfWay): Promise<string> {
  await forgetHalfWay(sql, cookie);
  const next = randomBytes(32).toString('base64url');
  await sql.unsafe(
    `insert into patchbay.identity_sign_in (digest, user_id, methods, challenge, expires)
     values ($1, $2, $3::jsonb, $4, now() + make_interval(secs => ${halfWayAge}))`,
    [digestOf(next), state.userId, JSON.stringify(state.methods), state.challenge],
  );
  return next;
}

/** Takes a challenge, so that nothing can be signed for it twice. */
export async function takeChallenge(sql: Queryable, cookie: string): Promise<string | null> {
  const [row] = await sql.unsafe<{ challenge: string }[]>(
    `with before as (select digest, challenge from patchbay.identity_sign_in where digest = $1 for update)
     update patchbay.identity_sign_in s set challenge = null from before
     where s.digest = before.digest and before.challenge is not null and s.expires > now() returning before.challenge`,
    [digestOf(cookie)],
  );
  return row?.challenge ?? null;
}

/** Forgets how far somebody has come; nothing happens without a cookie. */
export async function forgetHalfWay(sql: Queryable, cookie: string | undefined): Promise<void> {
  if (cookie) await sql.unsafe('delete from patchbay.identity_sign_in where digest = $1', [digestOf(cookie)]);
}
