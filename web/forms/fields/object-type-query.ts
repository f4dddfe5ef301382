import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';

/** The number under which the database knows a model: `dcim.device`. It never changes. */
export const objectTypeQuery = (api: string, name: string) =>
  queryOptions({
    queryKey: ['objectType', name],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }): Promise<number | null> {
      const [app = '', model = ''] = name.split('.');
      const asked = new URLSearchParams({ app_label: app, model, brief: 'true' });
      const { results } = await request<RestList>(`/api/${api}/?${asked}`, { signal });
      return results[0]?.id ?? null;
    },
  });
