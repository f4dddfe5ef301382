import { Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import { Banner } from './banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Loading } from './loading.tsx';
import { MainMenu } from './main-menu.tsx';
import { Progress } from './progress.tsx';
import { QuickJump } from './quick-jump.tsx';
import styles from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import { useGoKeys } from './use-go-keys.ts';
import { useInternalLinks } from './use-internal-links.ts';
import { useWarmModels } from './use-warm-models.ts';

/** The frame around every page: menu at the left, bar at the top. */
export function Shell() {
  const { settings } = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [menuOpen, menu] = useDisclosure(false);
  const [jumpOpen, jump] = useDisclosure(false);
  const [helpOpen, help] = useDisclosure(false);
  useHotkeys([
    ['mod+K', jump.open],
    ['?', help.open],
    ['U', () => navigate(parentOf(pathname))],
  ]);
  const links = useInternalLinks();
  useGoKeys();
  useWarmModels();
  useEffect(() => {
    if (pathname) menu.close();
  }, [pathname, menu.close]);
  return (
    <div className={styles.shell} {...links} role="presentation">
      <a className={styles.skip} href={`${pathname}#content`} onClick={skip}>
        {text('app.skip')}
      </a>
      <nav className={styles.menu} aria-label={text('menu.label')}>
        <MainMenu />
      </nav>
      <div className={styles.main}>
        <TopBar onMenu={menu.open} onJump={jump.open} onHelp={help.open} />
        <Banner html={settings.MAINTENANCE_MODE ? settings.BANNER_MAINTENANCE : undefined} />
        <Banner html={settings.BANNER_TOP} />
        <Progress />
        <main className={styles.content} id="content" tabIndex={-1}>
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
        <Banner html={settings.BANNER_BOTTOM} />
      </div>
      <div className={styles.overlay}>
        <Drawer
          opened={menuOpen}
          onClose={menu.close}
          withinPortal={false}
          size={264}
          padding={0}
          withCloseButton={false}
        >
          <nav className={styles.drawer} aria-label={text('menu.label')}>
            <MainMenu />
          </nav>
        </Drawer>
      </div>
      <QuickJump opened={jumpOpen} onClose={jump.close} />
      <Shortcuts opened={helpOpen} onClose={help.close} />
    </div>
  );
}

function skip(event: { preventDefault(): void }) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** `/dcim/sites/1/` → `/dcim/sites/`, a list → the start page. */
function parentOf(pathname: string): string {
  const steps = pathname.split('/').filter(Boolean);
  return steps.length > 2 ? `/${steps.slice(0, 2).join('/')}/` : '/';
}
