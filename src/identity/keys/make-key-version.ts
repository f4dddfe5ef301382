import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { HttpError } from '#base/http-error.ts';
import { type CertificateSubject, makeCertificate } from './make-certificate.ts';
import { readCertificate } from './read-certificate.ts';

/** What keys can be made and brought along, with the algorithm that each signs with. */
export const algorithms = ['RS256', 'ES256', 'ES384', 'ES512'] as const;
export type Algorithm = (typeof algorithms)[number];

/** A key pair as it is stored, its private part still in plain. */
export interface NewKeyVersion {
  readonly algorithm: Algorithm;
  readonly kid: string;
  readonly publicJwk: Record<string, unknown>;
  readonly privateJwk: Record<string, unknown>;
  /** In PEM, with its chain. */
  readonly certificate: string;
}

const generate = promisify(generateKeyPair) as unknown as (
  type: string,
  options: Record<string, unknown>,
) => Promise<{ privateKey: KeyObject }>;
const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const;

/** Makes a new key pair, and the certificate that it signs for itself. */
export async function makeKeyVersion(algorithm: Algorithm, subject: CertificateSubject): Promise<NewKeyVersion> {
  const { privateKey } =
    algorithm === 'RS256'
      ? await generate('rsa', { modulusLength: 2048 })
      : await generate('ec', { namedCurve: curves[algorithm] });
  return describe(privateKey, await makeCertificate(privateKey, algorithm, subject));
}

/**
 * Reads a key pair that somebody brings along, in PEM, and the certificate that belongs to it: also in PEM, or what it
 * shall say, which the key then signs itself. Throws 400 keyed by field.
 */
export async function readKeyVersion(
  privatePem: string,
  certificate: string | CertificateSubject,
): Promise<NewKeyVersion> {
  let key: KeyObject;
  try {
    key = createPrivateKey(privatePem);
  } catch {
    throw new HttpError(400, { private_key: ['This is no private key in PEM without a passphrase.'] });
  }
  const algorithm = algorithmOf(key);
  if (typeof certificate !== 'string') return describe(key, await makeCertificate(key, algorithm, certificate));
  const { own, pem } = readCertificate(certificate);
  if (!own.checkPrivateKey(key))
    throw new HttpError(400, { certificate: ['The certificate is not that of the private key.'] });
  return describe(key, pem);
}

/** The name of a key pair that somebody brings along; undefined where it is none. */
export function kidOf(privatePem: string): string | undefined {
  try {
    return thumbprint(createPublicKey(privatePem).export({ format: 'jwk' }) as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

/** The key of a stored version. */
export const keyOf = (privateJwk: string): KeyObject =>
  createPrivateKey({ key: JSON.parse(privateJwk), format: 'jwk' });

function describe(key: KeyObject, certificate: string): NewKeyVersion {
  const algorithm = algorithmOf(key);
  const publicJwk = createPublicKey(key).export({ format: 'jwk' }) as Record<string, unknown>;
  const privateJwk = key.export({ format: 'jwk' }) as Record<string, unknown>;
  return { algorithm, kid: thumbprint(publicJwk), publicJwk, privateJwk, certificate };
}

function algorithmOf(key: KeyObject): Algorithm {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048) return 'RS256';
  const named = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' }[namedCurve ?? ''];
  if (key.asymmetricKeyType === 'ec' && named) return named as Algorithm;
  throw new HttpError(400, {
    private_key: ['The key must be RSA of 2048 bits or more, or EC of P-256, P-384 or P-521.'],
  });
}

/** The key's name everywhere: its thumbprint (RFC 7638). */
function thumbprint(jwk: Record<string, unknown>): string {
  const members = jwk.kty === 'RSA' ? ['e', 'kty', 'n'] : ['crv', 'kty', 'x', 'y'];
  const text = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return createHash('sha256').update(text).digest('base64url');
}
