import type { Queryable } from '#database/connect.ts';
import { digestOf } from '#identity/secret-box.ts';

/** The client that a token, a code or an interaction belongs to; null where there is none. */
export async function clientOfArtifact(sql: Queryable, model: string, id: string): Promise<string | null> {
  const [row] = await sql.unsafe<{ client_id: string }[]>(
    'select client_id from patchbay.identity_artifact where model = $1 and digest = $2 and expires > now()',
    [model, digestOf(id)],
    { prepare: true },
  );
  return row?.client_id ?? null;
}

/** The client that waits for a code which its device shows; letters may be small, and dashes left out. */
export async function clientOfUserCode(sql: Queryable, given: string): Promise<string | null> {
  const userCode = given.replace(/[^a-zA-Z0-9]/g, '').toUpperCase();
  const [row] = await sql.unsafe<{ client_id: string }[]>(
    `select client_id from patchbay.identity_artifact where model = 'DeviceCode' and user_code = $1 and expires > now()`,
    [digestOf(userCode)],
  );
  return row?.client_id ?? null;
}
