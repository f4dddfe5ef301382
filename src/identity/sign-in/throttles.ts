import { createLoginThrottle } from '#access/login-throttle.ts';

/** Wrong passwords, of a user from an address and of an address. */
export const passwordThrottle = createLoginThrottle();

/** Wrong one-time and recovery codes of a user, from wherever they come: whoever enters one knows the password. */
export const codeThrottle = createLoginThrottle();

/** Wrong codes of devices, of an address. */
export const deviceCodeThrottle = createLoginThrottle();

/** Whom a code is held against: the user, not the address. */
export const codeAttempt = (userId: number | string) => ({ username: 'code', address: `user ${userId}` });
