import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import type { FieldParts } from '#identity/administration/field.ts';
import type { SecretBox } from '#identity/secret-box.ts';
import { keepCertificate, keepKeyVersion } from './keep-key-version.ts';
import { type CertificateSubject, longestCommonName, makeCertificate, usualValidityDays } from './make-certificate.ts';
import { type Algorithm, keyOf, makeKeyVersion, readKeyVersion } from './make-key-version.ts';
import { readCertificate } from './read-certificate.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What a written key needs besides its row. A new one gets its first version; a key pair that is brought along later
 * signs from then on; a certificate alone, or what one shall say, is for the key pair that signs.
 */
export async function completeKey({ sql, box }: FieldParts, id: string, values: Values, isNew: boolean): Promise<void> {
  const privateKey = textOf(values.private_key);
  const certificate = textOf(values.certificate);
  const key = await signingKey(sql, id);
  const subject = subjectOf(values, key.name);
  if (privateKey) return keepKeyVersion(sql, box, id, await readKeyVersion(privateKey, certificate || subject));
  if (isNew) return keepKeyVersion(sql, box, id, await makeKeyVersion(key.algorithm, subject));
  if (certificate) {
    const { own, pem } = readCertificate(certificate);
    if (!own.checkPrivateKey(open(box, key)))
      throw new HttpError(400, { certificate: ['The certificate is not that of the private key.'] });
    return keepCertificate(sql, id, pem);
  }
  if (['common_name', 'subject_alt_name', 'validity_days'].some((name) => textOf(values[name])))
    await keepCertificate(sql, id, await makeCertificate(open(box, key), key.algorithm, subject));
}

interface SigningKey {
  name: string;
  algorithm: Algorithm;
  private_sealed: string | null;
}

async function signingKey(sql: Queryable, id: string): Promise<SigningKey> {
  const [row] = await sql.unsafe<SigningKey[]>(
    `select k.name, k.algorithm, v.private_sealed from patchbay.identity_key k
     left join patchbay.identity_key_version v on v.key_id = k.id and v.verifies_until is null where k.id = $1`,
    [id],
  );
  return row!;
}

function open(box: SecretBox, { private_sealed }: SigningKey) {
  const opened = private_sealed === null ? undefined : box.open(private_sealed);
  if (opened === undefined) throw new HttpError(409, 'The key was sealed under another SECRET_KEY: rotate it.');
  return keyOf(opened);
}

/** What a certificate of the key says unless something else is said. */
export const usualSubject = (name: string): CertificateSubject => ({
  commonName: name.slice(0, longestCommonName),
  alternativeNames: [],
  validityDays: usualValidityDays,
});

function subjectOf(values: Values, name: string): CertificateSubject {
  const usual = usualSubject(name);
  const alternatives = textOf(values.subject_alt_name).split(/[\s,]+/);
  return {
    commonName: textOf(values.common_name) || usual.commonName,
    alternativeNames: alternatives.filter(Boolean),
    validityDays: Number(textOf(values.validity_days)) || usual.validityDays,
  };
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());
