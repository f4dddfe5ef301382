import type { Settings } from '#base/settings.ts';
import { clientAddress, type RequestFacts } from './client-address.ts';
import type { SessionOrigin } from './session.ts';

/** From where a session begins. */
export function sessionOrigin(
  request: Pick<RequestFacts, 'headers' | 'address'>,
  settings: Pick<Settings, 'HTTP_CLIENT_IP_HEADERS'>,
): SessionOrigin {
  return { address: clientAddress(request, settings), agent: request.headers['user-agent'] ?? null };
}
