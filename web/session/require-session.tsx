import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from './use-session.ts';

/** Shows its children to those who may look; others are sent to log in and come back. */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.user || session.settings.LOGIN_REQUIRED === false) return children;
  const next = pathname === '/' && !search ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/login/${next}`} replace />;
}
