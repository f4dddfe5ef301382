export type { LoginUser, UserChanges } from '#access/accounts/login-user.ts';
