import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets in the database that must be had again in plain: sealed under a key that follows from SECRET_KEY. */
export interface SecretBox {
  seal(text: string): string;
  /** The text; undefined where another SECRET_KEY sealed it. */
  open(sealed: string): string | undefined;
}

/** Makes the box of a server; AES-256-GCM, with a number used once before each text. */
export function createSecretBox(secretKey: string): SecretBox {
  const key = derivedKey(secretKey, 'patchbay.identity.box');
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** A key of its own for each purpose. */
export const derivedKey = (secretKey: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));

/** What is stored instead of a random value that only its bearer needs to know. */
export const digestOf = (value: string): string => createHash('sha256').update(value).digest('base64url');
