import { X509Certificate } from 'node:crypto';
import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import type { SecretBox } from '#identity/secret-box.ts';
import type { NewKeyVersion } from './make-key-version.ts';

/** How long what an old key signed can still be verified: no id_token or access token lives longer. */
const graceSeconds = 30 * 24 * 3600;

/**
 * Stores a version of a key, which signs from now on. The one that signed before stays among the provider's keys, for
 * what it has signed. The key pair that signs already only gets another certificate. Throws 400 keyed by field where the
 * key pair is another version's.
 */
export async function keepKeyVersion(
  sql: Queryable,
  box: SecretBox,
  keyId: string,
  version: NewKeyVersion,
): Promise<void> {
  const [known] = await sql.unsafe<{ signs: string; name: string }[]>(
    `select v.key_id = $2 and v.verifies_until is null as signs, k.name from patchbay.identity_key_version v
     join patchbay.identity_key k on k.id = v.key_id where v.kid = $1`,
    [version.kid, keyId],
  );
  if (known?.signs === 't') return keepCertificate(sql, keyId, version.certificate);
  if (known) throw new HttpError(400, { private_key: [`This private key is there already, in ${known.name}.`] });
  await sql.unsafe(
    `update patchbay.identity_key_version set verifies_until = now() + make_interval(secs => ${graceSeconds})
     where key_id = $1 and verifies_until is null`,
    [keyId],
  );
  await sql.unsafe(
    `insert into patchbay.identity_key_version (key_id, kid, public_jwk, private_sealed)
     values ($1, $2, $3::jsonb, $4)`,
    [keyId, version.kid, JSON.stringify(version.publicJwk), box.seal(JSON.stringify(version.privateJwk))],
  );
  await keepCertificate(sql, keyId, version.certificate);
  await sql.unsafe('update patchbay.identity_key set algorithm = $2 where id = $1', [keyId, version.algorithm]);
  await sql.unsafe('delete from patchbay.identity_key_version where verifies_until < now()');
}

/** Gives the version of a key that signs another certificate. */
export async function keepCertificate(sql: Queryable, keyId: string, pem: string): Promise<void> {
  const { subject, validTo } = new X509Certificate(pem);
  await sql.unsafe(
    `update patchbay.identity_key_version set certificate = $2, certificate_subject = $3, certificate_expires = $4
     where key_id = $1 and verifies_until is null`,
    [keyId, pem, subject, new Date(validTo).toISOString()],
  );
}
