import {
  IconAdjustments,
  IconBell,
  IconBookmark,
  IconDevices,
  IconEye,
  IconKey,
  IconLock,
  IconUser,
} from '@tabler/icons-react';
import type { TextKey } from '../texts/text.ts';

/** The pages of one's own account, as the user's menu and the palette offer them. */
export const accountLinks: readonly { path: string; label: TextKey; Icon: typeof IconUser }[] = [
  { path: '/user/profile/', label: 'account.profile', Icon: IconUser },
  { path: '/user/notifications/', label: 'account.notifications', Icon: IconBell },
  { path: '/user/bookmarks/', label: 'account.bookmarks', Icon: IconBookmark },
  { path: '/user/subscriptions/', label: 'account.subscriptions', Icon: IconEye },
  { path: '/user/preferences/', label: 'account.preferences', Icon: IconAdjustments },
  { path: '/user/api-tokens/', label: 'account.tokens', Icon: IconKey },
  { path: '/user/sessions/', label: 'account.sessions', Icon: IconDevices },
  { path: '/user/password/', label: 'account.password', Icon: IconLock },
];
