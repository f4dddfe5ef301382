import { useSuspenseQuery } from '@tanstack/react-query';
import type { Session } from '../../src/surfaces/session/contract.ts';
import { sessionQuery } from './session-query.ts';

/** The session; suspends until it is known. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}
