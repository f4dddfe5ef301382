import { Button } from '@mantine/core';
import { IconLayoutDashboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../session/use-session.ts';
import { Loading } from '../shell/loading.tsx';
import { useMenu } from '../shell/use-menu.ts';
import { text } from '../texts/text.ts';
import { placed } from './dashboard/dashboard.ts';
import { dashboardQuery } from './dashboard/dashboard-query.ts';
import { usualDashboard } from './dashboard/usual-dashboard.ts';
import styles from './home-page.module.css';
import { HomeSection } from './home-section.tsx';

const DashboardView = lazy(async () => ({ default: (await import('./dashboard/dashboard-view.tsx')).DashboardView }));
const DashboardEditor = lazy(async () => ({
  default: (await import('./dashboard/dashboard-editor.tsx')).DashboardEditor,
}));

/** The user's dashboard, or how much there is of everything where they have arranged none. */
export function HomePage() {
  const menu = useMenu();
  const { user } = useSession();
  const { data, isPending } = useQuery(dashboardQuery);
  const [editing, setEditing] = useState(false);
  const usual = Array.isArray(data?.usual) ? placed(data.usual) : null;
  const dashboard = data?.own ?? usual;
  return (
    <div className={styles.page}>
      <title>{text('app.name')}</title>
      <header className={styles.head}>
        <h1 className={styles.title}>{text('home.title')}</h1>
        {user && !editing && !isPending && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconLayoutDashboard size={14} />}
            onClick={() => setEditing(true)}
          >
            {text('dashboard.arrange')}
          </Button>
        )}
      </header>
      <Suspense fallback={<Loading />}>
        {editing ? (
          <DashboardEditor initial={dashboard ?? usualDashboard(menu)} onDone={() => setEditing(false)} />
        ) : dashboard ? (
          <DashboardView dashboard={dashboard} />
        ) : (
          !isPending && (
            <div className={styles.sections}>
              {menu.map((section) => (
                <HomeSection key={section.label} section={section} />
              ))}
            </div>
          )
        )}
      </Suspense>
    </div>
  );
}
