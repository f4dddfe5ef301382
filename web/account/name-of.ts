import type { RestObject } from '../api/rest.ts';

/** What the object of a bookmark, a subscription or a notification is called. */
export function nameOf({ object, display, id }: RestObject): string {
  const called = (object as { display?: unknown } | null | undefined)?.display ?? display ?? id;
  return String(called);
}
