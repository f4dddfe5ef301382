import { pbkdf2, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

/** The count of the Django that NetBox 4.7.3 runs on; a stored hash states its own. */
const iterations = 1_500_000;
const saltAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A password's hash as Django stores it: `pbkdf2_sha256$<iterations>$<salt>$<base64>`. */
export async function makePassword(password: string): Promise<string> {
  // 22 characters of 62 are the 128 bits of entropy that Django asks of a salt.
  const salt = Array.from({ length: 22 }, () => saltAlphabet[randomInt(saltAlphabet.length)]).join('');
  const hash = await derive(password, salt, iterations, 32, 'sha256');
  return `pbkdf2_sha256$${iterations}$${salt}$${hash.toString('base64')}`;
}

/**
 * Whether `password` is the one behind `encoded`. An unusable hash (Django's begin with `!`) or one of another
 * algorithm matches nothing, after the time that a match would have taken: an answer's time tells nobody's state.
 */
export async function verifyPassword(password: string, encoded: string): Promise<boolean> {
  const match = /^pbkdf2_(sha256|sha1)\$(\d{1,8})\$([^$]+)\$([A-Za-z0-9+/]+=*)$/.exec(encoded);
  const [, digest = 'sha256', count = iterations, salt = 'none', stored = ''] = match ?? [];
  const expected = Buffer.from(stored, 'base64');
  const hash = await derive(password, salt, Math.max(1, Number(count)), digest === 'sha1' ? 20 : 32, digest);
  return match !== null && expected.length === hash.length && timingSafeEqual(expected, hash);
}

/** Whether a hash should be made anew at the next login: it is weaker than today's. */
export function needsRehash(encoded: string): boolean {
  return !encoded.startsWith(`pbkdf2_sha256$${iterations}$`);
}
