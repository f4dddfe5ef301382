import { createHmac, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import type { Queryable } from '#database/connect.ts';
import { derivedKey, type SecretBox } from '#identity/secret-box.ts';
import { codeAttempt, codeThrottle } from './throttles.ts';

export interface CodeCheck {
  readonly sql: Queryable;
  readonly box: SecretBox;
  readonly secretKey: string;
  readonly userId: number | string;
  readonly code: string;
}

/**
 * Which of a user's means a code is from: an authenticator app's (each code counts once), or a recovery code, which is
 * used up by it. Null where it is from none. Throws where too many were wrong before.
 */
export function verifyCode(check: CodeCheck): Promise<'otp' | 'recovery' | null> {
  const code = check.code.replace(/[\s-]/g, '');
  return codeThrottle.attempt(codeAttempt(check.sql, check.userId), async () => {
    if (/^\d{6}$/.test(code)) return (await verifyTotp({ ...check, code })) ? 'otp' : null;
    return (await useRecoveryCode({ ...check, code })) ? 'recovery' : null;
  });
}

/** A code of the app is good from half a minute before its time until half a minute after. */
const tolerance = 30;

async function verifyTotp({ sql, box, userId, code }: CodeCheck): Promise<boolean> {
  const devices = await sql.unsafe<{ id: string; secret_sealed: string; last_step: string }[]>(
    'select id, secret_sealed, last_step from patchbay.identity_totp_device where user_id = $1 and confirmed',
    [userId],
  );
  for (const { id, secret_sealed } of devices) {
    const step = await matchingStep(box.open(secret_sealed), code);
    if (step !== null && (await useStep(sql, id, step))) return true;
  }
  return false;
}

/** The time step in which a code is right; null where there is none near now. */
export async function matchingStep(secret: string | undefined, code: string): Promise<number | null> {
  if (secret === undefined || !/^\d{6}$/.test(code)) return null;
  const result = await verify({ secret, token: code, epochTolerance: tolerance });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** Notes that a code was used; false where it, or a later one, had been before. */
export async function useStep(sql: Queryable, deviceId: string, step: number): Promise<boolean> {
  const rows = await sql.unsafe(
    `update patchbay.identity_totp_device set last_step = $2, last_used = now(), confirmed = true
     where id = $1 and last_step < $2 returning id`,
    [deviceId, step],
  );
  return rows.length > 0;
}

async function useRecoveryCode({ sql, secretKey, userId, code }: CodeCheck): Promise<boolean> {
  const rows = await sql.unsafe(
    'delete from patchbay.identity_recovery_code where user_id = $1 and digest = $2 returning id',
    [userId, recoveryDigest(code, secretKey)],
  );
  return rows.length > 0;
}

/** Codes have fifty bits, too few for a bare hash: their digests need the server's secret. */
export const recoveryDigest = (code: string, secretKey: string): string =>
  createHmac('sha256', derivedKey(secretKey, 'patchbay.identity.recovery'))
    .update(code.toLowerCase())
    .digest('base64url');

/** Letters and digits that nobody takes for another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten new recovery codes, as they are shown: `abcde-fghjk`. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(10)].map((byte) => alphabet[byte % 32]).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });

/** A new secret for an authenticator app, and the address that a picture of it carries. */
export function makeTotp(username: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: totpUri(username, secret) };
}

export const totpUri = (username: string, secret: string): string =>
  generateURI({ issuer: 'Patchbay', label: username, secret });
