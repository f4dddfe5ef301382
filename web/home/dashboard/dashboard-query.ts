import { queryOptions } from '@tanstack/react-query';
import type { Dashboard } from '../../../src/surfaces/dashboard/contract.ts';
import { request } from '../../api/request.ts';
import type { DeclaredWidget } from './dashboard.ts';

/** The user's own dashboard, and the one that the setting DEFAULT_DASHBOARD declares. */
export const dashboardQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: ({ signal }) =>
    request<{ readonly own: Dashboard | null; readonly usual: readonly DeclaredWidget[] | null }>(
      '/patchbay/dashboard/',
      { signal },
    ),
});
