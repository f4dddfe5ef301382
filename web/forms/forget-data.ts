import type { QueryClient } from '@tanstack/react-query';

/** What doesn't change when objects do, or is being changed by a form. */
const lasting = new Set<unknown>(['meta', 'session', 'edited']);

/** After a write: whatever was told of objects is asked again, at once where it is on the screen. */
export function forgetData(client: QueryClient): Promise<void> {
  return client
    .invalidateQueries({ predicate: ({ queryKey }) => !lasting.has(queryKey[0]), refetchType: 'none' })
    .then(() => void client.refetchQueries({ type: 'active', predicate: ({ queryKey }) => !lasting.has(queryKey[0]) }));
}
