import type { Queryable } from '#database/connect.ts';
import type { SecretBox } from '#identity/secret-box.ts';
import type { NewKeyVersion } from './make-key-version.ts';

/** How long what an old key signed can still be verified: no id_token or access token lives longer. */
const graceSeconds = 30 * 24 * 3600;

/**
 * Stores a version of a key, which signs from now on. The one that signed before stays among the provider's keys, for
 * what it has signed.
 */
export async function keepKeyVersion(
  sql: Queryable,
  box: SecretBox,
  keyId: string,
  version: NewKeyVersion,
): Promise<void> {
  await sql.unsafe(
    `update patchbay.identity_key_version set verifies_until = now() + make_interval(secs => ${graceSeconds})
     where key_id = $1 and verifies_until is null`,
    [keyId],
  );
  await sql.unsafe(
    `insert into patchbay.identity_key_version (key_id, kid, public_jwk, private_sealed, certificate)
     values ($1, $2, $3::jsonb, $4, $5)`,
    [
      keyId,
      version.kid,
      JSON.stringify(version.publicJwk),
      box.seal(JSON.stringify(version.privateJwk)),
      version.certificate,
    ],
  );
  await sql.unsafe('update patchbay.identity_key set algorithm = $2 where id = $1', [keyId, version.algorithm]);
  await sql.unsafe('delete from patchbay.identity_key_version where verifies_until < now()');
}
