import { queryOptions } from '@tanstack/react-query';
import type { SettingsAnswer } from '../../src/surfaces/settings/contract.ts';
import { request } from '../api/request.ts';

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<SettingsAnswer>('/patchbay/settings/', { signal }),
});
