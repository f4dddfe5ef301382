import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { LoginPage } from '../session/login-page.tsx';
import { RequireSession } from '../session/require-session.tsx';
import { Loading } from '../shell/loading.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { IdentityShell } from './identity-shell.tsx';

const IdentityPage = lazy(async () => ({ default: (await import('./identity-page.tsx')).IdentityPage }));

/** The pages of a server that is the identity provider alone. */
export function IdentityRoutes() {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="login" element={<LoginPage />} />
        <Route
          element={
            <RequireSession>
              <IdentityShell />
            </RequireSession>
          }
        >
          <Route index element={<Navigate to="/identity-provider/" replace />} />
          <Route path="identity-provider/:kind?/:id?" element={<IdentityPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
