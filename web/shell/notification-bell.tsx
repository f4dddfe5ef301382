import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { unreadQuery } from '../account/unread-query.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import { AppLink } from './app-link.tsx';
import styles from './notification-bell.module.css';

/** How many notifications are unread, and the way to them. */
export function NotificationBell() {
  const { user } = useSession();
  const { data: unread = 0 } = useQuery({ ...unreadQuery, enabled: user !== null });
  if (!user) return null;
  const label = unread > 0 ? text('notifications.unread', { count: unread }) : text('notifications.bell');
  return (
    <AppLink to="/user/notifications/" className={styles.bell} aria-label={label} title={label}>
      <IconBell size={17} />
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </AppLink>
  );
}
