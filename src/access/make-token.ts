import { createHmac, randomInt } from 'node:crypto';
import type { Settings } from '#base/settings.ts';

/** The columns of users_token that hold a token, and what its user is told once. */
export interface NewToken {
  version: 1 | 2;
  plaintext: string | null;
  key: string | null;
  pepper_id: number | null;
  hmac_digest: string | null;
  /** What goes into the Authorization header. */
  shown: string;
}

/**
 * A token from what somebody wants it to be: 40 hexadecimal digits make a v1 token; `nbt_<key>.<secret>` or a bare
 * secret of 40 characters a v2 token, of which only a digest made with the newest pepper is kept.
 */
export function makeToken(wanted: string, peppers: Settings['API_TOKEN_PEPPERS']): NewToken {
  if (/^[0-9a-f]{40}$/i.test(wanted))
    return { version: 1, plaintext: wanted, key: null, pepper_id: null, hmac_digest: null, shown: `Token ${wanted}` };
  const match = /^(?:nbt_([A-Za-z0-9]{12})\.)?([A-Za-z0-9]{40})$/.exec(wanted);
  if (!match)
    throw new Error('A token is 40 hexadecimal digits, nbt_<12 characters>.<40 characters>, or 40 characters.');
  const id = Math.max(...Object.keys(peppers).map(Number));
  const pepper = peppers[id];
  if (pepper === undefined) throw new Error('A v2 token needs a pepper: API_TOKEN_PEPPERS is empty.');
  const [, key = randomText(12), secret = ''] = match;
  return {
    version: 2,
    plaintext: null,
    key,
    pepper_id: id,
    hmac_digest: createHmac('sha256', pepper).update(secret).digest('hex'),
    shown: `Bearer nbt_${key}.${secret}`,
  };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Random letters and digits. */
export function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
