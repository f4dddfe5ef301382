export type { Accounts, GroupRow, NewAccount, SocialLink } from '#access/accounts/accounts.ts';
