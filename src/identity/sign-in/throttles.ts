import { type Attempt, createLoginThrottle } from '#access/login-throttle.ts';
import type { Queryable } from '#database/connect.ts';

/** Wrong passwords, of a user from an address and of an address. */
export const passwordThrottle = createLoginThrottle('identity password');

/** Wrong one-time and recovery codes of a user, from wherever they come: whoever enters one knows the password. */
export const codeThrottle = createLoginThrottle('identity code');

/** Wrong codes of devices, of an address. */
export const deviceCodeThrottle = createLoginThrottle('identity device');

/** Whom a code is held against: the user, not the address. */
export const codeAttempt = (sql: Queryable, userId: number | string): Attempt => ({
  sql,
  username: 'code',
  address: `user ${userId}`,
});
