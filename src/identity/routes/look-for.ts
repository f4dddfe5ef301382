import type { FastifyRequest } from 'fastify';
import type { Look } from '#identity/pages/page.ts';
import type { IdentityParts } from '#identity/parts.ts';
import type { UserRow } from '#identity/rows/user-row.ts';
import { textsFor } from '#identity/texts/texts-for.ts';

/** How pages look that answer a request: in the language of the user, where that is known, else in the browser's. */
export function lookFor(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { base, settings }: Pick<IdentityParts, 'base' | 'settings'>,
  user?: Pick<UserRow, 'attributes'> | null,
): Look {
  const own = user?.attributes.settings as { locale?: unknown } | null | undefined;
  return { base, texts: textsFor({ accepted: headers['accept-language'], chosen: own?.locale }, settings()) };
}
