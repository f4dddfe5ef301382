import { X509Certificate } from 'node:crypto';
import { HttpError } from '#base/http-error.ts';
import type { CertificateSubject } from './make-certificate.ts';

/** A certificate with those of whoever signed it, in their order. */
export interface CertificateChain {
  /** All of it, in PEM. */
  readonly pem: string;
  readonly own: X509Certificate;
}

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Reads a certificate in PEM, and the chain behind it. Throws 400 keyed by field. */
export function readCertificate(pem: string): CertificateChain {
  const chain = (pem.match(block) ?? []).map(parse);
  const [own] = chain;
  if (!own) return refuse('This is no certificate in PEM.');
  chain.slice(1).forEach((issuer, index) => {
    const signed = chain[index]!;
    if (!signed.checkIssued(issuer) || !signed.verify(issuer.publicKey))
      refuse(`The certificate ${index + 2} of the chain has not signed the one before it.`);
  });
  return { pem: chain.map(String).join(''), own };
}

/** The certificates of a PEM as a JWK tells them: whole ones, and the digests of the first. */
export function certificateMembers(pem: string): { x5c: string[]; x5t: string; 'x5t#S256': string } {
  const chain = (pem.match(block) ?? []).map((one) => new X509Certificate(one));
  const digest = (fingerprint: string) => Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
  return {
    x5c: chain.map(({ raw }) => raw.toString('base64')),
    x5t: digest(chain[0]!.fingerprint),
    'x5t#S256': digest(chain[0]!.fingerprint256),
  };
}

/** What a stored certificate says, for one that takes its place. */
export function subjectIn(pem: string): Partial<CertificateSubject> {
  const certificate = new X509Certificate(pem);
  const { subjectAltName = '', validFrom, validTo } = certificate;
  // Unlike `subject`, it tells names without escapes; several of them are a list.
  const [commonName] = [certificate.toLegacyObject().subject?.CN].flat();
  const names = subjectAltName.matchAll(/(?:DNS|IP Address):([^,"]+)/g);
  return {
    ...(commonName ? { commonName } : {}),
    alternativeNames: [...names].map(([, name]) => name!),
    validityDays: Math.max(1, Math.round((Date.parse(validTo) - Date.parse(validFrom)) / 86_400_000)),
  };
}

function parse(one: string): X509Certificate {
  try {
    return new X509Certificate(one);
  } catch {
    return refuse('This is no certificate in PEM.');
  }
}

function refuse(reason: string): never {
  throw new HttpError(400, { certificate: [reason] });
}
