import { createHmac } from 'node:crypto';
import type { ProviderRow } from '#identity/rows/provider-row.ts';
import type { UserRow } from '#identity/rows/user-row.ts';

/** What a provider calls a user: its `sub`. `key` is what hashed ids are made with. */
export function subjectOf(user: UserRow, { sub_mode }: Pick<ProviderRow, 'sub_mode'>, key: Buffer): string {
  switch (sub_mode) {
    case 'hashed_user_id':
      return createHmac('sha256', key).update(user.uuid).digest('hex');
    case 'user_id':
      return String(user.id);
    case 'user_uuid':
      return user.uuid;
    case 'user_username':
      return user.username;
    case 'user_email':
      return user.email || user.uuid;
    case 'user_upn': {
      const { upn } = user.attributes;
      return typeof upn === 'string' && upn !== '' ? upn : user.uuid;
    }
  }
}
