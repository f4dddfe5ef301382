import { type ComponentType, lazy } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { type TextKey, text } from '../texts/text.ts';
import styles from './account.module.css';

interface AccountPage {
  readonly path: string;
  readonly label: TextKey;
  readonly Content: ComponentType;
}

const pages: readonly AccountPage[] = [
  {
    path: 'profile',
    label: 'account.profile',
    Content: lazy(async () => ({ default: (await import('./profile-page.tsx')).ProfilePage })),
  },
  {
    path: 'notifications',
    label: 'account.notifications',
    Content: lazy(async () => ({ default: (await import('./notifications-page.tsx')).NotificationsPage })),
  },
  {
    path: 'bookmarks',
    label: 'account.bookmarks',
    Content: lazy(async () => ({ default: (await import('./marks-page.tsx')).BookmarksPage })),
  },
  {
    path: 'subscriptions',
    label: 'account.subscriptions',
    Content: lazy(async () => ({ default: (await import('./marks-page.tsx')).SubscriptionsPage })),
  },
  {
    path: 'preferences',
    label: 'account.preferences',
    Content: lazy(async () => ({ default: (await import('./preferences-page.tsx')).PreferencesPage })),
  },
  {
    path: 'api-tokens',
    label: 'account.tokens',
    Content: lazy(async () => ({ default: (await import('./tokens-page.tsx')).TokensPage })),
  },
  {
    path: 'sessions',
    label: 'account.sessions',
    Content: lazy(async () => ({ default: (await import('./sessions-page.tsx')).SessionsPage })),
  },
  {
    path: 'password',
    label: 'account.password',
    Content: lazy(async () => ({ default: (await import('./password-page.tsx')).PasswordPage })),
  },
];

/** `/user/profile/` and the other pages of one's own account, side by side. */
export function AccountRoute() {
  const { page: name } = useParams();
  const { user } = useSession();
  const page = pages.find(({ path }) => path === name);
  if (!page || !user) return <NotFound />;
  return (
    <div className={styles.page}>
      <title>{`${text(page.label)} · ${text('app.name')}`}</title>
      <nav className={styles.tabs} aria-label={text('account.label')}>
        {pages.map(({ path, label }) => (
          <AppLink key={path} to={`/user/${path}/`} aria-current={path === name ? 'page' : undefined}>
            {text(label)}
          </AppLink>
        ))}
      </nav>
      <div className={styles.content}>
        <h1 className={styles.title}>{text(page.label)}</h1>
        <page.Content />
      </div>
    </div>
  );
}
