import { createHmac } from 'node:crypto';
import type { Settings } from '#base/settings.ts';

/** The digest under which a v2 token's secret is stored, or null where its pepper is gone. */
export function tokenDigest(
  secret: string,
  pepperId: number,
  { API_TOKEN_PEPPERS: peppers }: Pick<Settings, 'API_TOKEN_PEPPERS'>,
): string | null {
  const pepper = peppers[pepperId];
  return pepper === undefined ? null : createHmac('sha256', pepper).update(secret).digest('hex');
}
