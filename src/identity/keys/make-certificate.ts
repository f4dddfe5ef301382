import 'reflect-metadata';
import { type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import type { Algorithm } from './make-key-version.ts';

/** What a self-signed certificate says of its key. */
export interface CertificateSubject {
  readonly commonName: string;
  /** DNS names and addresses. */
  readonly alternativeNames: readonly string[];
  readonly validityDays: number;
}

/** How long a certificate is good unless something else is said, as at authentik. */
export const usualValidityDays = 365;

/** The longest common name that X.520 knows. */
export const longestCommonName = 64;

const signing = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
} as const satisfies Record<Algorithm, object>;

/** A certificate, in PEM, that a key signs for itself. */
export async function makeCertificate(
  key: KeyObject,
  algorithm: Algorithm,
  { commonName, alternativeNames, validityDays }: CertificateSubject,
): Promise<string> {
  // Only who makes certificates needs the package.
  const x509 = await import('./x509.ts');
  const how = signing[algorithm];
  const jwk = key.export({ format: 'jwk' });
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = jwk;
  const subtle = webcrypto.subtle;
  const keys = {
    privateKey: await subtle.importKey('jwk', jwk, how, true, ['sign']),
    publicKey: await subtle.importKey('jwk', open, how, true, ['verify']),
  };
  const names = alternativeNames.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }));
  const notBefore = new Date();
  const made = await x509.X509CertificateGenerator.createSelfSigned(
    {
      // Positive, and of no more than 20 bytes (RFC 5280, 4.1.2.2).
      serialNumber: `01${randomBytes(15).toString('hex')}`,
      // As a plain text it would be read for quotes and escapes.
      name: new x509.Name([{ CN: [{ utf8String: commonName }] }]),
      notBefore,
      notAfter: new Date(notBefore.getTime() + validityDays * 86_400_000),
      signingAlgorithm: how,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
        ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
      ],
    },
    webcrypto as unknown as Crypto,
  );
  return made.toString('pem');
}
