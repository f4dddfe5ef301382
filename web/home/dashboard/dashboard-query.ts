import { queryOptions } from '@tanstack/react-query';
import type { Dashboards } from '../../../src/surfaces/dashboard/contract.ts';
import { request } from '../../api/request.ts';

/** The user's own dashboard, and the one that the setting DEFAULT_DASHBOARD declares. */
export const dashboardQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: ({ signal }) => request<Dashboards>('/patchbay/dashboard/', { signal }),
});
