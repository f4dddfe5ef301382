import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Queryable } from '#database/connect.ts';
import { digestOf, type SecretBox } from '#identity/secret-box.ts';

/** Models that are also found by something else than what their bearer holds: their id must be had again. */
const foundOtherwise = new Set(['Session', 'DeviceCode', 'Interaction', 'Grant']);
/** What may be used once, whoever comes first. */
const once = new Set(['AuthorizationCode', 'RefreshToken']);

interface Row {
  payload: string;
  consumed: string | null;
  sealed_id: string | null;
}

/**
 * Sessions, grants, codes and tokens of oidc-provider in one table. What a bearer shows (a token, a code, a session's
 * cookie) is stored as its digest alone; ids that the server itself needs again are sealed beside it.
 */
export class ArtifactAdapter implements Adapter {
  readonly #model: string;
  readonly #sql: Queryable;
  readonly #box: SecretBox;

  constructor(model: string, sql: Queryable, box: SecretBox) {
    this.#model = model;
    this.#sql = sql;
    this.#box = box;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { jti: _, ...stored } = payload;
    await this.#sql.unsafe(
      `insert into patchbay.identity_artifact
         (model, digest, payload, sealed_id, grant_id, uid, user_code, account_id, client_id, expires)
       values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8, $9, now() + make_interval(secs => $10))
       on conflict (model, digest) do update set payload = excluded.payload, grant_id = excluded.grant_id,
         uid = excluded.uid, account_id = excluded.account_id, expires = excluded.expires`,
      [
        this.#model,
        digestOf(id),
        JSON.stringify(stored),
        foundOtherwise.has(this.#model) ? this.#box.seal(id) : null,
        payload.grantId ?? null,
        payload.uid ?? null,
        payload.userCode ? digestOf(payload.userCode) : null,
        payload.accountId ?? null,
        clientOf(payload),
        expiresIn ?? null,
      ],
      { prepare: true },
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#read('digest', digestOf(id), id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#read('uid', uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#read('user_code', digestOf(userCode));
  }

  /** Marks as used. Of two who use the same code or token at once, one is told that it was used already. */
  async consume(id: string): Promise<void> {
    const rows = await this.#sql.unsafe(
      `update patchbay.identity_artifact set consumed = extract(epoch from now())::bigint
       where model = $1 and digest = $2 and consumed is null returning grant_id`,
      [this.#model, digestOf(id)],
      { prepare: true },
    );
    if (rows.length === 0 && once.has(this.#model)) {
      const [row] = await this.#sql.unsafe<{ grant_id: string | null }[]>(
        'select grant_id from patchbay.identity_artifact where model = $1 and digest = $2',
        [this.#model, digestOf(id)],
      );
      if (row?.grant_id) await revokeGrant(this.#sql, row.grant_id);
      throw new errors.InvalidGrant('already used');
    }
  }

  async destroy(id: string): Promise<void> {
    await this.#sql.unsafe(
      'delete from patchbay.identity_artifact where model = $1 and digest = $2',
      [this.#model, digestOf(id)],
      { prepare: true },
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#sql.unsafe(
      'delete from patchbay.identity_artifact where model = $1 and grant_id = $2',
      [this.#model, grantId],
      { prepare: true },
    );
  }

  async #read(column: 'digest' | 'uid' | 'user_code', value: string, id?: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.#sql.unsafe<Row[]>(
      `select payload, consumed, sealed_id from patchbay.identity_artifact
       where model = $1 and ${column} = $2 and (expires is null or expires > now())`,
      [this.#model, value],
      { prepare: true },
    );
    if (!row) return undefined;
    const jti = id ?? (row.sealed_id === null ? undefined : this.#box.open(row.sealed_id));
    if (jti === undefined) return undefined;
    const payload = { ...(JSON.parse(row.payload) as AdapterPayload), jti };
    return row.consumed === null ? payload : { ...payload, consumed: Number(row.consumed) };
  }
}

/** Ends a grant with everything that was given under it. */
export async function revokeGrant(sql: Queryable, grantId: string): Promise<void> {
  await sql.unsafe(
    `delete from patchbay.identity_artifact where grant_id = $1 or (model = 'Grant' and digest = $2)`,
    [grantId, digestOf(grantId)],
    { prepare: true },
  );
}

/** Deletes what has expired, all of it in one statement. */
export async function deleteExpired(sql: Queryable): Promise<void> {
  await sql.unsafe('delete from patchbay.identity_artifact where expires < now()');
  await sql.unsafe('delete from patchbay.identity_sign_in where expires < now()');
}

function clientOf(payload: AdapterPayload): string | null {
  if (payload.clientId !== undefined) return payload.clientId;
  const asked = (payload.params as { client_id?: unknown } | undefined)?.client_id;
  return typeof asked === 'string' ? asked : null;
}
