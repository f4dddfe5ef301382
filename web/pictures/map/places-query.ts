import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';
import type { Place } from './site-map.tsx';

/** All sites that have coordinates. */
export const placesQuery = queryOptions({
  queryKey: ['places'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<readonly Place[]> => {
    const { results } = await request<RestList>(
      '/api/dcim/sites/?limit=0&latitude__empty=false&fields=id,display,latitude,longitude',
      { signal },
    );
    return (results as readonly unknown[] as readonly Place[]).filter(
      ({ latitude, longitude }) => latitude !== null && longitude !== null,
    );
  },
});
