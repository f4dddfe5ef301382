import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

// What was chosen is on the screen with the event that chose it, not a timer later.
notifyManager.setScheduler(queueMicrotask);

/** What the server said, kept while it is fresh; a refused request asks who is logged in again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      const refused = error instanceof ApiError && (error.status === 401 || error.status === 403);
      if (refused && query.queryKey[0] !== 'session') void queryClient.invalidateQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status >= 400),
    },
  },
});
