import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** Django's `salted_hmac`: HMAC-SHA256 under a key made of the salt and the secret. */
export function saltedHmac(salt: string, value: string, secret: string): Buffer {
  const key = createHash('sha256')
    .update(salt + secret)
    .digest();
  return createHmac('sha256', key).update(value).digest();
}

/**
 * Django's `signing.dumps(value, salt, compress=True)`: `<base64url JSON>:<time in base 62>:<signature>`, with a dot
 * before it where the JSON is deflated.
 */
export function sign(value: unknown, { salt, secret, now = new Date() }: SignOptions): string {
  const json = Buffer.from(ascii(JSON.stringify(value)));
  const deflated = deflateSync(json);
  const payload = deflated.length < json.length - 1 ? `.${deflated.toString('base64url')}` : json.toString('base64url');
  const signed = `${payload}:${base62(Math.floor(now.getTime() / 1000))}`;
  return `${signed}:${signature(signed, salt, secret)}`;
}

/** The value inside a text that `sign` or Django made with the same salt and secret; undefined otherwise. */
export function unsign(text: string, { salt, secret }: Omit<SignOptions, 'now'>): unknown {
  const end = text.lastIndexOf(':');
  const signed = text.slice(0, end);
  const given = Buffer.from(text.slice(end + 1));
  const expected = Buffer.from(signature(signed, salt, secret));
  if (end < 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const payload = signed.slice(0, signed.lastIndexOf(':'));
  const bytes = Buffer.from(payload.replace(/^\./, ''), 'base64url');
  try {
    return JSON.parse((payload.startsWith('.') ? inflateSync(bytes) : bytes).toString('latin1'));
  } catch {
    return undefined;
  }
}

interface SignOptions {
  readonly salt: string;
  readonly secret: string;
  readonly now?: Date;
}

const signature = (signed: string, salt: string, secret: string): string =>
  saltedHmac(`${salt}signer`, signed, secret).toString('base64url');

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const base62 = (value: number): string =>
  value < 62 ? digits[value]! : base62(Math.floor(value / 62)) + digits[value % 62];

/** Python's JSON is ASCII. */
const ascii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
