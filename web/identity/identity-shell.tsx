import { Outlet } from 'react-router';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Banner } from '../shell/banner.tsx';
import { ErrorBoundary } from '../shell/error-boundary.tsx';
import { Logo } from '../shell/logo.tsx';
import { UserMenu } from '../shell/user-menu.tsx';
import { text } from '../texts/text.ts';
import styles from './identity-shell.module.css';

/** The frame where the identity provider is all that is served: no menu of the network, no search, no notifications. */
export function IdentityShell() {
  const { settings } = useSession();
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <AppLink to="/identity-provider/" className={styles.home}>
          <Logo />
          {text('identity.title')}
        </AppLink>
        <UserMenu />
      </header>
      <Banner html={settings.BANNER_TOP} />
      <main className={styles.content} id="content" tabIndex={-1}>
        <ErrorBoundary resetKey="identity">
          <Outlet />
        </ErrorBoundary>
      </main>
      <Banner html={settings.BANNER_BOTTOM} />
    </div>
  );
}
