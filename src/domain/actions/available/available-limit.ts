import type { ActionRequest } from '#operations/action.ts';
import { pageWindow } from '#operations/read/page-envelope.ts';

/** More than this is never listed: a /64 has more free addresses than anything could hold. */
const most = 2 ** 17;

/** How many free ones are asked for; a negative number means all. */
export function availableLimit({ query, settings }: Pick<ActionRequest, 'query' | 'settings'>): number {
  const text = query.getAll('limit').at(-1);
  if (text !== undefined && /^\s*-\d+\s*$/.test(text)) return most;
  return pageWindow(query, settings).limit ?? most;
}
