import { queryOptions } from '@tanstack/react-query';
import type { Session } from '../../src/surfaces/session/contract.ts';
import { csrf } from '../api/csrf.ts';
import { request } from '../api/request.ts';
import { usualPageSize } from '../list/page-size.ts';

/** Who is logged in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  async queryFn({ signal }): Promise<Session> {
    const session = await request<Session>('/patchbay/session/', { signal });
    csrf.token = session.csrf;
    usualPageSize.rows = session.settings.PAGINATE_COUNT ?? usualPageSize.rows;
    return session;
  },
});
