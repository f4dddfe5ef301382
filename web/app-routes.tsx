import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { ModelsProvider } from './meta/models-context.tsx';
import { RequireSession } from './session/require-session.tsx';
import { useSession } from './session/use-session.ts';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const loadList = () => import('./list/list-route.tsx');
const loadDetail = () => import('./detail/detail-route.tsx');

const HomePage = lazy(async () => ({ default: (await import('./home/home-page.tsx')).HomePage }));
const LoginPage = lazy(async () => ({ default: (await import('./session/login-page.tsx')).LoginPage }));
const SsoPage = lazy(async () => ({ default: (await import('./sso/sso-page.tsx')).SsoPage }));
const ListRoute = lazy(async () => ({ default: (await loadList()).ListRoute }));
const ElevationsPage = lazy(async () => ({
  default: (await import('./pictures/rack/elevations-page.tsx')).ElevationsPage,
}));
const AddRoute = lazy(async () => ({ default: (await import('./forms/add-route.tsx')).AddRoute }));
const EditRoute = lazy(async () => ({ default: (await import('./forms/edit-route.tsx')).EditRoute }));
const DeleteRoute = lazy(async () => ({ default: (await import('./forms/delete-route.tsx')).DeleteRoute }));
const ImportRoute = lazy(async () => ({ default: (await import('./import/import-route.tsx')).ImportRoute }));
const IdentityPage = lazy(async () => ({ default: (await import('./identity/identity-page.tsx')).IdentityPage }));
const IdentityRoutes = lazy(async () => ({
  default: (await import('./identity/identity-routes.tsx')).IdentityRoutes,
}));
const SearchPage = lazy(async () => ({ default: (await import('./search/search-page.tsx')).SearchPage }));
const AccountRoute = lazy(async () => ({ default: (await import('./account/account-route.tsx')).AccountRoute }));
const MatrixPage = lazy(async () => ({ default: (await import('./permissions/matrix-page.tsx')).MatrixPage }));
const ConfigPage = lazy(async () => ({ default: (await import('./system/config-page.tsx')).ConfigPage }));
const SystemPage = lazy(async () => ({ default: (await import('./system/system-page.tsx')).SystemPage }));
const DetailRoute = lazy(async () => ({ default: (await loadDetail()).DetailRoute }));

/** The pages of what the server is. */
export function AppRoutes() {
  return useSession().serves === 'identity' ? <IdentityRoutes /> : <NetworkRoutes />;
}

/** NetBox's paths, so that every `display_url` and every bookmark opens. */
function NetworkRoutes() {
  return (
    <Routes>
      <Route path="login" element={<LoginPage />} />
      <Route
        element={
          <RequireSession>
            <ModelsProvider>
              <Shell />
            </ModelsProvider>
          </RequireSession>
        }
      >
        <Route index element={<HomePage />} />
        <Route path="sso" element={<SsoPage />} />
        <Route path="identity-provider/:kind?/:id?" element={<IdentityPage />} />
        <Route path="search" element={<SearchPage />} />
        <Route path="dcim/rack-elevations" element={<ElevationsPage />} />
        <Route path="users/permission-matrix" element={<MatrixPage />} />
        <Route path="core/config-revisions" element={<ConfigPage />} />
        <Route path="core/system" element={<SystemPage />} />
        <Route path="user/:page" element={<AccountRoute />} />
        <Route path=":app/:endpoint" element={<ListRoute />} />
        <Route path=":app/:endpoint/import" element={<ImportRoute />} />
        <Route path=":app/:endpoint/add" element={<AddRoute />} />
        <Route path=":app/:endpoint/:id/edit" element={<EditRoute />} />
        <Route path=":app/:endpoint/:id/delete" element={<DeleteRoute />} />
        <Route path=":app/:endpoint/:id/*" element={<DetailRoute />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

// The two pages that everybody opens next are fetched while the first one is being read.
requestIdleCallback?.(() => void Promise.all([loadList(), loadDetail()]));
